// Code for a request whose values are written by somebody else: it stays one request when it is pasted or run.
import { describe, expect, test } from 'vitest';
import { curl, fetchCall, type RequestParts, sdk, typescript } from './request-code.ts';

const EVIL = 'a\u001b[201~\u0003id\u009b2J\u202eb\u200b\u2028\'"\\`$(id)\n';
const parts = (text: string): RequestParts => ({
  ...{ baseUrl: 'https://example.com', apiKey: text, account: text, slug: text },
  authObject: { keybased: { [text]: text } },
});

describe.each([curl, fetchCall, typescript, sdk])('%o', (write) => {
  test('has no character that a terminal or a reader would take for something else', () => {
    expect(write(parts(EVIL))).toMatch(/^[\P{C}\n]*$/u);
  });

  test('writes ordinary text as it is', () => {
    const text = 'größe 日本語 داده\u200cها 👩\u200d💻';
    const code = write(parts(text));
    expect(code).toContain(text);
    expect(code).not.toContain('\\u');
  });
});

test('a shell reads a header in $ quotes', () => {
  const header = String.raw`x-api-key: a\u001b[201~\u0003id\u009b2J\u202eb\u200b\u2028\'"\\`;
  expect(curl(parts(EVIL))).toContain(`-H $'${header}\`$(id)\\u000a'`);
});

test('a shell reads a character beyond 16 bits as one', () => {
  const command = curl(parts('a\u{e0001}\u{110bd}\u{1f44d}'));
  expect(command).toContain(String.raw`-H $'x-api-key: a\U000e0001\U000110bd👍'`);
});

test('__proto__ is a member in JavaScript, and a name in JSON', () => {
  const authObject = JSON.parse('{"__proto__":{"a":"\\n\\"__proto__\\": 1"},"b":1}');
  for (const write of [fetchCall, typescript, sdk]) {
    expect(write({ ...parts('a'), authObject })).toMatch(/\n +\["__proto__"\]: \{\n/);
  }
  expect(curl({ ...parts('a'), authObject })).toMatch(/\n +"__proto__": \{\n/);
});
