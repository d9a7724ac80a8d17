import { app, apps, redact, registerApp } from 'auth-object';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../check/diagnosis.ts';
import { readJson } from '../paste/json.ts';
import { readLink } from './read-link.ts';
import { shareFragment } from './write-link.ts';

function fragment(body: unknown): string {
  const text = JSON.stringify(body);
  const pasted = readJson(text);
  return shareFragment(pasted, diagnose(pasted, text));
}

describe('a link', () => {
  it('has the structure, and no value and no unknown name', () => {
    const link = fragment({
      slug: 'copper',
      auth_object: { keybased: { api_token: 'Bearer secret-one', 'secret-two': 'secret-three', email: '' } },
    });
    expect(link).not.toMatch(/secret/);
    expect(decodeURIComponent(link)).toBe(
      'slug=copper&keybased.api_token=auth_prefix&keybased.unknown_1=text&keybased.email=blank',
    );
    expect(JSON.parse(readLink(`#${link}`)?.text ?? '')).toEqual({
      slug: 'copper',
      auth_object: {
        keybased: { api_token: 'Bearer fake-value-0123456789', unknown_1: 'fake-value-0123456789', email: '' },
      },
    });
  });
  it('keeps an unknown slug to itself', () => {
    expect(fragment({ slug: 'secret', auth_object: { a: 1 } })).toBe('slug=unknown&unknown_1=number');
  });
  it('reads nothing else', () => {
    expect(readLink('')).toBeUndefined();
    expect(readLink('#main')).toBeUndefined();
    expect(readLink('#slug=<b>')).toBeUndefined();
    expect(readLink('#slug=copper&__proto__.x=text&constructor=toString')?.text).not.toContain('function');
    expect(readLink('#slug=copper&auth_object=constructor')?.text).toBe('{\n  "slug": "copper"\n}');
  });

  it('can have names that every object inherits', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const members = names.flatMap((name) => [`type=${name}`, `${name}.${name}=text`, `${name}_2=blank`]);
    const text = readLink(`#slug=copper&${members.join('&')}`)?.text ?? '';
    for (const name of names) {
      expect(text).toContain(`"${name}": {\n      "${name}": "fake-value-0123456789"\n    }`);
      expect(text).toContain(`"${name}_2": ""`);
    }
    expect(readLink('#slug=constructor&constructor=__proto__')?.text).toContain('"auth_object": {}');
  });

  it('has a limited number of members', () => {
    const members = Array.from({ length: 100_000 }, (_, at) => `&keybased.a${at}=text`).join('');
    const before = performance.now();
    expect(readLink(`#slug=copper${members}`)?.text.length).toBeLessThan(10_000);
    const fields = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`a${at}`, at]));
    const types = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`b${at}`, fields]));
    const link = fragment({ slug: 'copper', auth_object: types });
    expect(link.split('&').length).toBe(1 + 100);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it('reads as many members as it writes', () => {
    const keybased = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`a${at}`, at]));
    const { auth_object } = JSON.parse(readLink(fragment({ slug: 'copper', auth_object: { keybased } }))?.text ?? '');
    expect(Object.keys(auth_object.keybased)).toHaveLength(100);
    const types = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`b${at}`, at % 2 ? {} : at]));
    expect(fragment({ slug: 'copper', auth_object: { keybased, ...types } }).split('&')).toHaveLength(1 + 100);
    expect(fragment({ slug: 'copper', auth_object: { ...types, keybased } }).split('&')).toHaveLength(1 + 100);
  });

  it('has every name of the catalogue', () => {
    for (const { slug } of apps()) {
      const names = Object.entries(app(slug)?.auth ?? {}).flatMap(([type, { fields }]) => [
        type,
        ...fields.map(({ name }) => name),
      ]);
      for (const name of [slug, ...names]) expect(redact({ slug: name }).slug).toBe(name);
      expect(names.length).toBeLessThan(100);
    }
  });

  it('hides a name that looks like a secret, even if it is in a pasted auth structure', () => {
    const secret = ['fake', 'live', 'Zq7Xw2Rt9Lp4Ks8Vb3Nm6Hd1'].join('_');
    registerApp('copper', { keybased: { [secret]: 'string', api_token: 'string' } });
    const link = fragment({ slug: 'copper', auth_object: { keybased: { [secret]: 'a', api_token: 'b' } } });
    expect(link).toBe('slug=copper&keybased.unknown_1=text&keybased.api_token=text');
  });
});
