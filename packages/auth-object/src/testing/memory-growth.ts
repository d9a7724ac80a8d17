// Checks that calls leave no memory in use.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { test } from 'vitest';
import { checkAuthObject, checkRequest, checkRows, RowChecker, redact, repair } from './untyped-rows.ts';

const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };
const good = { slug: 'hubspot', auth_object: { oauth2: { access_token: 'fake-token', refresh_token: 'fake-token' } } };
const bad = { slug: 'hubspot', auth_object: { oauth2: { acces_token: ' fake-token ' } } };
const badText = JSON.stringify(bad);
const rows = `${badText}\n`.repeat(100);
const fix = [
  { code: 'outer_whitespace', path: ['slug'], help: '', fix: [{ op: 'replace', path: '/slug', edit: 'trim' }] },
];

let number = 0;

const CALLS = {
  'accepted objects': () => checkRequest({ headers, body: good }),
  'rejected objects': () => checkRequest({ headers, body: bad }),
  'rejected texts': () => checkRequest({ headers, body: badText }),
  'objects that differ each time': () => checkAuthObject('netsuite', { keybased: { [`key_${number++}`]: 'fake' } }),
  forms: () => checkAuthObject('netsuite', { keybased: { account_id: '1' } }),
};
/** These are slower, so there are fewer. */
const SLOW_CALLS = {
  'redacted and repaired requests': () => repair(redact({ headers, body: bad }), fix),
  'files of rows': () => checkRows(rows),
  'checkers that are dropped': () => new RowChecker().push(badText),
};
const SPARE_BYTES = 8 << 20;

/** Tests that `count` calls of each kind, after as many to warm up, leave the memory as it was. */
export function growsUnder(count) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  for (const [name, call] of [...Object.entries(CALLS), ...Object.entries(SLOW_CALLS)]) {
    const times = name in CALLS ? count : count / 100;
    test(`${times} ${name} leave nothing behind`, async () => {
      for (let index = 0; index < times / 10; index++) call();
      const before = await used(collect);
      for (let index = 0; index < times; index++) call();
      const after = await used(collect);
      assert.ok(after - before < SPARE_BYTES, `grew by ${after - before} bytes`);
    });
  }
}

/** The bytes of the heap and of memory outside of it, such as that of WebAssembly. */
async function used(collect) {
  for (let round = 0; round < 3; round++) {
    collect();
    // Finalizers run between tasks.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
