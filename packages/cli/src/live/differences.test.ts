// Differences of names that every object has by itself.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import { differences } from './differences.ts';

const NAMES = ['__proto__', 'constructor', 'toString'];

test.each(NAMES)('%s is a name like any other', (name) => {
  const fields = Object.fromEntries([[name, 'string']]);
  const structure = Object.fromEntries([[name, fields]]);
  assert.deepEqual(differences(structure, structure), []);
  assert.deepEqual(differences({}, structure), [
    { authType: name, change: 'added' },
    { authType: name, field: name, change: 'added', live: 'required' },
  ]);
  assert.deepEqual(differences(structure, {}), [
    { authType: name, change: 'removed' },
    { authType: name, field: name, change: 'removed' },
  ]);
  assert.deepEqual(differences({ keybased: {} }, { keybased: fields }), [
    { authType: 'keybased', field: name, change: 'added', live: 'required' },
  ]);
});
