// An accepted object takes no memory in wasm: after it, nothing but the input buffer and the stack has other bytes.
import assert from 'node:assert/strict';
import { test } from 'node:test';

/** Every instance that the library makes; the last one is its own, after the one that reads the inlined wasm. */
const instances = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...args) {
    super(...args);
    instances.push(this);
  }
};
const { checkAuthObject, checkRequest } = await import('../dist/index.js');

const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };
const object = (letter) => ({
  oauth2: { access_token: `fake-1-${letter.repeat(30)}`, refresh_token: `fake-2-${letter.repeat(30)}` },
});
const CALLS = {
  checkAuthObject: (letter) => checkAuthObject('hubspot', object(letter)),
  'checkAuthObject without hints': (letter) => checkAuthObject('hubspot', object(letter), { hints: false }),
  checkRequest: (letter) => checkRequest({ headers, body: { slug: 'hubspot', auth_object: object(letter) } }),
};

/** The bytes where allocations are: above the stack, without the input buffer, which the call writes to. */
function heap() {
  const { memory, reserve, __heap_base: base } = instances.at(-1).exports;
  assert.equal(base, undefined, 'the stack is taken to be the first MiB');
  const input = reserve(1) >>> 0;
  const bytes = new Uint8Array(memory.buffer).slice();
  const INPUT_BYTES = 20_480;
  bytes.fill(0, input, input + INPUT_BYTES);
  return bytes.subarray(1 << 20);
}

const differs = (a, b) => a.length !== b.length || a.some((byte, index) => byte !== b[index]);

for (const [name, call] of Object.entries(CALLS)) {
  test(`${name} takes no memory for an accepted object`, () => {
    for (const letter of 'ab') assert.equal(call(letter).ok, true);
    const before = heap();
    assert.deepEqual(call('c').hints, []);
    assert.equal(differs(before, heap()), false);
  });
}

test('a call that takes memory is seen', () => {
  const before = heap();
  checkAuthObject('hubspot', { oauth2: { acces_token: 'fake' } });
  assert.equal(differs(before, heap()), true);
});
