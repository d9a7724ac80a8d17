import { expect, test } from 'vitest';
import { readKeyFile } from './key-file.ts';

const KEY = '-----BEGIN PRIVATE KEY-----\nZmFrZQ==\n-----END PRIVATE KEY-----\n';

test('line breaks of other systems become \\n', async () => {
  for (const end of ['\n', '\r\n', '\r']) {
    expect(await readKeyFile(new File([KEY.replaceAll('\n', end)], 'key.pem'))).toBe(KEY);
  }
});

/** A file in Latin-1, where `ü` is one byte. */
const latin1 = (text: string) => new File([Uint8Array.from(text, (character) => character.charCodeAt(0))], 'key.pem');

test('a comment stays, but not one in another encoding: then the keys are taken as they are', async () => {
  const comment = 'friendlyName: Müller\n';
  expect(await readKeyFile(new File([comment + KEY], 'key.pem'))).toBe(comment + KEY);
  for (const text of [comment + KEY, KEY + comment, `ä${KEY}ü`, (comment + KEY).replaceAll('\n', '\r\n')]) {
    expect(await readKeyFile(latin1(text))).toBe(KEY);
  }
  const certificate = KEY.replaceAll('PRIVATE KEY', 'CERTIFICATE');
  expect(await readKeyFile(latin1(comment + KEY + comment + certificate))).toBe(KEY + certificate);
});

test.each([
  ['a damaged key', KEY.replace('Zm', 'Zü')],
  ['a damaged key and a whole one', KEY + KEY.replace('Zm', 'Zü')],
  ['a key without its end', `ü\n${KEY}-----BEGIN PRIVATE KEY-----\nZmFr`],
  ['a NUL byte beside the key', `ü\0${KEY}`],
  ['no key', 'Müller'],
  [
    'JSON around the key',
    `\n${JSON.stringify({ name: 'Müller', client_email: 'fake@example.com', private_key: KEY })}`,
  ],
])('a file in Latin-1 with %s is rejected', async (_, text) => {
  expect(await readKeyFile(latin1(text))).toBeUndefined();
});

test.each([
  ['a NUL byte', new Uint8Array([48, 0, 49])],
  ['invalid UTF-8', new Uint8Array([48, 130, 255])],
  ['more than 64 KiB', 'a'.repeat(65_537)],
])('a file with %s is rejected', async (_, content) => {
  expect(await readKeyFile(new File([content], 'key.der'))).toBeUndefined();
});
