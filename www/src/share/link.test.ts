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
  });
});
