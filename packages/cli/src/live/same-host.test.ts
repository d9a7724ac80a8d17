// Which redirects are followed.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import { redirectFault } from './same-host.ts';

const HOST = 'another host, ';
const CASES: [from: string, to: string, fault: string | undefined][] = [
  ['https://a.example/x', 'https://a.example/y', undefined],
  ['http://a.example/x', 'http://a.example/y', undefined],
  ['http://a.example:4010/x', 'http://a.example:4010/y?z', undefined],
  ['http://a.example/x', 'https://a.example/x', undefined],
  ['https://a.example/x', 'http://a.example/x', 'http, which is not encrypted'],
  ['https://a.example/x', 'http://b.example/x', 'http, which is not encrypted'],
  ['https://a.example/x', 'https://b.example/x', `${HOST}b.example`],
  ['https://a.example/x', 'https://a.example.b.example/x', `${HOST}a.example.b.example`],
  ['https://a.example/x', 'https://a.example:8443/x', `${HOST}a.example:8443`],
  ['http://127.0.0.1:4010/x', 'http://localhost:4010/x', `${HOST}localhost:4010`],
  ['https://a.example/x', 'https://\u0430.example/x', `${HOST}xn--80a.example`],
  ['https://a.example/x', 'https://a.example@b.example/x', 'an address with a user or password'],
  ['https://a.example/x', 'ftp://a.example/x', 'an address that is not http'],
  ['https://a.example/x', 'blob:https://a.example/x', 'an address that is not http'],
];

test.each(CASES)('from %s to %s: %s', (from, to, fault) => {
  assert.equal(redirectFault(new URL(from), new URL(to)), fault);
});
