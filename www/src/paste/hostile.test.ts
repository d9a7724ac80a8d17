// A paste, written by somebody who wants to mislead the reader or to stop the page.

import { curl } from '@auth-object/reference';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../check/diagnosis.ts';
import { partsOf } from '../check/rewrite.ts';
import { shareFragment } from '../share/write-link.ts';
import { asPlaceholders } from './expressions.ts';
import type { PastedRequest } from './pasted.ts';
import { readPaste } from './read.ts';
import { LONGEST_REQUEST, MAX_NESTING } from './size.ts';
import { tidy } from './tidy.ts';

const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

async function request(text: string): Promise<PastedRequest> {
  const pasted = await readPaste(text);
  if (pasted.kind !== 'request') throw new Error(JSON.stringify(pasted));
  return pasted;
}

describe.each(INHERITED)('the name %s', (name) => {
  const body = `{"slug":"copper","auth_object":{"${name}":"fake-1"},"${name}":"fake-2"}`;

  it('is a header of a curl command', async () => {
    const pasted = await request(`curl -X PUT https://example.com -H '${name}: fake' -d '${body}'`);
    expect(Object.entries(pasted.headers ?? {})).toEqual([[name, 'fake']]);
    expect(pasted.body).toBe(body);
    expect(diagnose(pasted, body).verdict.ok).toBe(false);
  });

  it('is a header and a member of JSON', async () => {
    const pasted = await request(`{"headers":{"${name}":"fake"},"body":${body}}`);
    expect(Object.entries(pasted.headers ?? {})).toEqual([[name, 'fake']]);
    expect(pasted.body).toBe(body);
    expect(partsOf(pasted).slug).toBe('copper');
  });

  it('is a member of an object in JavaScript', async () => {
    const code = `const more = { ["${name}"]: "fake-3" };
fetch("https://example.com", { method: "PUT", headers: { ["${name}"]: "fake" }, body: JSON.stringify({ slug: "copper", ...more }) })`;
    const pasted = await request(code);
    expect(Object.entries(pasted.headers ?? {})).toEqual([[name, 'fake']]);
    expect(pasted.body).toBe(`{"slug":"copper","${name}":"fake-3"}`);
  });
});

it('a prototype in JavaScript is not sent', async () => {
  const code =
    'fetch("x", { headers: {}, body: JSON.stringify({ __proto__: { slug: "copper" }, "auth_object": {} }) })';
  expect((await request(code)).body).toBe('{"auth_object":{}}');
  const headers = 'fetch("x", { __proto__: { method: "PUT", headers: { "x-api-key": "fake" } }, body: "{}" })';
  expect(await request(headers)).toMatchObject({ method: 'GET', headers: {} });
  const shorthand = 'const __proto__ = "fake"; fetch("x", { headers: {}, body: JSON.stringify({ __proto__ }) })';
  expect((await request(shorthand)).body).toBe('{"__proto__":"fake"}');
});

it('a header that is an object runs nothing', async () => {
  for (const text of [
    '{"headers":{"a":{"toString":1},"b":[1,"c"],"d":null},"body":{}}',
    'fetch("x", { headers: { a: { toString: 1 }, b: [1, "c"], d: null }, body: "{}" })',
  ]) {
    expect((await request(text)).headers).toEqual({ a: '{"toString":1}', b: '1, c', d: 'null' });
  }
});

describe('nesting', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const wrapped = [
    (value: string) => `{"slug":"copper","auth_object":${value}}`,
    (value: string) => `{"headers":{},"body":${value}}`,
    (value: string) => `curl -d '${value}'`,
    (value: string) => `fetch("x", { body: ${value} })`,
    (value: string) => `fetch("x", ${value.replaceAll('[', 'f(').replaceAll(']', ')')})`,
  ];

  it.each(wrapped)('has a limit: %s', async (wrap) => {
    for (const levels of [MAX_NESTING + 1, 10_000]) {
      const text = wrap(nested(levels));
      expect(await readPaste(text)).toEqual({
        kind: 'unreadable',
        format: 'json',
        message: 'This text is nested too deeply. The limit is 200 levels of brackets.',
      });
      expect(tidy(text)).toBe(text);
    }
  });

  const DEEP = nested(60_000);
  const CLOSED = ']'.repeat(60_000);
  const hidden: Record<string, (text: string) => string> = {
    JSON: (text) => text,
    'JSON with headers': (text) => `{"headers":{},"body":${text}}`,
    curl: (text) => `curl -H 'x: ${CLOSED}' -d '${text}'`,
    'curl with a single quote': (text) => `curl -H 'x: "' -d '${text}'`,
    JavaScript: (text) => `fetch('${CLOSED}', { headers: {}, body: JSON.stringify(${text}) })`,
    'JavaScript with a string': (text) => `fetch('"', { headers: {}, body: '${text}' })`,
  };

  it.each(Object.keys(hidden))('is not hidden by brackets in strings: %s', async (format) => {
    for (const body of [
      `{"x":"${CLOSED}","slug":"q","auth_object":${DEEP}}`,
      `{"slug":"q","auth_object":${'["]",'.repeat(10_000)}1${']'.repeat(10_000)}}`,
    ]) {
      const text = hidden[format]?.(body) ?? '';
      expect(await readPaste(text)).toMatchObject({ message: expect.stringContaining('nested too deeply') });
    }
  });

  it('is not counted in strings', async () => {
    const body = `{"slug":"copper","auth_object":{"keybased":{"api_token":"\\"${'['.repeat(10_000)}"}}}`;
    expect((await request(body)).body).toBe(body);
  });

  it('without brackets has a limit too', async () => {
    for (const value of [`${'a.'.repeat(100_000)}a`, `a${'+a'.repeat(100_000)}`]) {
      expect(await readPaste(`fetch("x", ${value})`)).toMatchObject({
        message: expect.stringMatching(/nested too deeply|Not enough stack space/),
      });
    }
  });

  it('of invalid JSON stops nothing', async () => {
    const text = `{/*"*/"slug":"q","auth_object":${'["]",'.repeat(30_000)}`;
    expect(diagnose(await request(text), text).verdict.ok).toBe(false);
  });

  it('is read up to the limit', async () => {
    for (const wrap of wrapped.slice(0, 4)) {
      const text = wrap(nested(MAX_NESTING - 3));
      diagnose(await request(text), text);
    }
  });
});

describe('length', () => {
  it('has a limit, and an object beyond it is a row', async () => {
    const long = 'x'.repeat(LONGEST_REQUEST);
    const body = `{"slug":"copper","auth_object":{"api_token":"${long}"}}`;
    expect((await readPaste(body)).kind).toBe('rows');
    expect((await readPaste(`slug,api_token\nfetch,${long}`)).kind).toBe('rows');
    for (const text of [`curl -d '${body}'`, `fetch("x", { body: ${body} })`, `${long}!`]) {
      expect(await readPaste(text)).toMatchObject({
        kind: 'unreadable',
        message: expect.stringContaining('The limit is 262,144 characters.'),
      });
      expect(tidy(text)).toBe(text);
    }
  });

  it('costs no more than it must', async () => {
    const times = (count: number, text: string) => text.repeat(count);
    const fields = Array.from({ length: 5000 }, (_, at) => `"field_${at}": ${at % 2 ? '" x "' : at}`).join(',\n');
    const laughs = Array.from({ length: 15 }, (_, at) => `const a${at} = [${times(10, `a${at + 1},`)}];`).join('\n');
    const sums = Array.from({ length: 15 }, (_, at) => `const b${at} = b${at + 1} + b${at + 1};`).join('\n');
    for (const text of [
      `curl -d $'${times(60_000, 'a')}\\x41'`,
      `curl -d $'${times(60_000, '\\')}'`,
      `curl ${times(20_000, " $'")}`,
      `curl ${times(20_000, ' a')}`,
      `{"slug":"copper","auth_object":{"keybased":{${fields}}}}`,
      `${laughs}\nconst a15 = "fake"; fetch("x", { body: JSON.stringify(a0) })`,
      `${sums}\nconst b15 = "${times(60_000, 'x')}"; fetch("x", { body: JSON.stringify([b0, b0, b0]) })`,
    ]) {
      const before = performance.now();
      const pasted = await readPaste(text);
      if (pasted.kind === 'request') diagnose(pasted, text);
      expect(performance.now() - before, text.slice(0, 40)).toBeLessThan(5000);
    }
    const line = `{"slug":"copper","a":${times(180, '[')}${times(9000, '1,')}1${times(180, ']')}}`;
    const before = performance.now();
    expect(tidy(line).length).toBeGreaterThan(line.length);
    expect(performance.now() - before).toBeLessThan(5000);
  });

  it('shows a part of many problems', async () => {
    const fields = Object.fromEntries(Array.from({ length: 900 }, (_, at) => [`field_${at}`, at]));
    const text = JSON.stringify({ slug: 'copper', auth_object: { keybased: fields } });
    const { problems, more } = diagnose(await request(text), text);
    expect(problems).toHaveLength(100);
    expect(more).toBeGreaterThan(700);
  });
});

describe('text', () => {
  it('that would be a command when it is pasted into a terminal is escaped', async () => {
    const text = String.raw`curl -H $'x-api-key: fake\x1b[201~\x03id' -H $'linked_account_id: it\'s\x7f\u202e' -d '{"slug":"a‮b","auth_object":{}}'`;
    const copied = curl(partsOf(await request(text)));
    expect(copied).toMatch(/^[\P{C}\n]*$/u);
    expect(partsOf(await request(copied))).toEqual(partsOf(await request(text)));
  });

  it('of the answer and of notes is printable', async () => {
    const text = String.raw`curl -X $'\u202eP' https://example.com -H 'x-api-key: fake' -H 'linked_account_id: a' -d '{"slug":"a‮b","auth_object":{"a":"b"}}'`;
    const { answer, notes } = diagnose(await request(text), text);
    expect(answer).toContain(String.raw`integration type: a\u202eb`);
    expect(notes.join('\n')).toContain('This request uses another method.');
  });

  it('of a variable is named without strings', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `f${at}: other${at}`).join(', ');
    const text = `fetch("x", { headers: { "x-api-key": keyOf("fake-secret", 'fake-secret') }, body: JSON.stringify({ ${names}, last: a || "fake-secret" }) })`;
    const { notes } = await request(text);
    expect(notes.join('\n')).not.toContain('secret');
    expect(notes[0]).toContain('other1, ');
    expect(notes[0]).toContain('and 4 more: not checked');
    const long = `fetch("x", { body: JSON.stringify({ a: keyOf(${'x'.repeat(230)}, "fake-secret") }) })`;
    expect((await request(long)).notes).toEqual(['an expression: not checked, because the value is not in the paste.']);
  });

  it('of the parser names a keyword', async () => {
    expect(await readPaste('fetch("x"); const class = 1')).toMatchObject({
      message: 'This is not valid JavaScript or TypeScript: Unexpected keyword “class”.',
    });
  });

  it('that may be a secret is hidden wherever it is', async () => {
    const secret = ['fake', 'live', 'Zq7Xw2Rt9Lp4Ks8Vb3Nm6Hd1'].join('_');
    for (const text of [
      `curl -X ${secret} x -d '{}'`,
      `curl ${secret} -H '${secret}: ${secret}' -u ${secret} -F ${secret} -d '{"slug":"${secret}"}'`,
      `curl -d @${secret}`,
      `curl -d "\${${secret}"`,
      `fetch("x", { method: ${secret}, body: JSON.stringify({ slug: "copper", api_token: ${secret}, b: a.${secret}.c }) })`,
      `fetch("x", { method: "${secret}", headers: { "${secret}": ${secret} }, body: ${secret} })`,
      `const ${secret} = 1; const ${secret} = 2; fetch("x")`,
      `fetch("${secret}" "${secret}")`,
      `fetch(/(${secret}/)`,
      `{"slug":"copper","auth_object":{"keybased":"${secret}","${secret}":{"${secret}":1}}}`,
      `{"headers":{"${secret}":"${secret}","x-api-key":" ${secret}"},"body":{"slug":["${secret}"]}}`,
      `{${secret}}`,
      secret,
    ]) {
      const pasted = await readPaste(text);
      if (pasted.kind !== 'request') {
        expect(JSON.stringify(pasted)).not.toMatch(/zq7xw2/i);
        continue;
      }
      const diagnosis = diagnose(pasted, text);
      const { answer, notes, problems } = diagnosis;
      const shown = [answer, notes, problems.map((problem) => problem.text), shareFragment(pasted, diagnosis)];
      expect(JSON.stringify(shown), text).not.toMatch(/zq7xw2/i);
      const names = asPlaceholders([...(pasted.expressions?.keys() ?? [])].join(), pasted.expressions);
      expect(names, text).not.toMatch(/zq7xw2/i);
    }
  });

  it('of one variable is not put in the place of another', async () => {
    // The second one begins at ten times the offset of the first, whose number is then a part of its own.
    const before = 'fetch("x", { body: JSON.stringify({ ';
    const text = `${`${before}one,`.padEnd(before.length * 10)}two }) })`;
    const pasted = await request(text);
    const copied = asPlaceholders(pasted.body, pasted.expressions);
    expect(JSON.parse(copied)).toMatchObject({ one: 'YOUR_ONE', two: 'YOUR_TWO' });
  });
});
