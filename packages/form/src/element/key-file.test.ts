import { expect, test } from 'vitest';
import { readKeyFile } from './key-file.ts';

const KEY = '-----BEGIN PRIVATE KEY-----\nZmFrZQ==\n-----END PRIVATE KEY-----\n';

test('line breaks of other systems become \\n', async () => {
  for (const end of ['\n', '\r\n', '\r']) {
    expect(await readKeyFile(new File([KEY.replaceAll('\n', end)], 'key.pem'))).toBe(KEY);
  }
});

test.each([
  ['a NUL byte', new Uint8Array([48, 0, 49])],
  ['invalid UTF-8', new Uint8Array([48, 130, 255])],
  ['more than 64 KiB', 'a'.repeat(65_537)],
])('a file with %s is rejected', async (_, content) => {
  expect(await readKeyFile(new File([content], 'key.der'))).toBeUndefined();
});
