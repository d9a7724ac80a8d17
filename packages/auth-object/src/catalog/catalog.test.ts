// The catalogue in plain data, and registered apps.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import {
  app,
  apps,
  authStructure,
  checkAuthObject,
  inputFields,
  jsonSchema,
  registerApp,
  registerApps,
} from '../testing/untyped.ts';

test('the catalogue answers in plain data, and undefined for what it lacks', () => {
  assert.ok(apps().length >= 205);
  assert.deepEqual([app('netsuite').name, app('netsuite').brand], ['Netsuite', 'NetSuite']);
  assert.equal(authStructure('copper').keybased.api_token, 'string');
  assert.deepEqual(inputFields('netsuite', 'keybased')[0], {
    name: 'account_id',
    label: 'Account Id',
    placeholder: 'Please enter the Account Id',
    required: true,
    type: 'text',
  });
  assert.equal(jsonSchema('hubspot', 'oauth2').type, 'object');
  for (const answer of [
    app('nobody'),
    authStructure('__proto__'),
    inputFields('netsuite', 'nothing'),
    inputFields('nobody', 'oauth2'),
    jsonSchema('nobody'),
    jsonSchema('netsuite', 'nothing'),
  ]) {
    assert.equal(answer, undefined);
  }
  for (const call of [() => app(), () => inputFields('netsuite'), () => jsonSchema('netsuite', 7)])
    assert.throws(call, TypeError);
});

test('a registered app is live, certain, and wins', () => {
  registerApp('fresh_app', { keybased: { token: 'string', region: { type: 'string', required: false } } });
  const verdict = checkAuthObject('fresh_app', { tokn: 'fake-value' });
  assert.deepEqual([verdict.ok, verdict.certainty, verdict.basis], [false, 'certain', 'live']);
  assert.equal(checkAuthObject('fresh_app', { keybased: { token: 'fake-value' } }).ok, true);
  registerApps({ fresh_app: { keybased: { other: 'string' } } });
  assert.equal(checkAuthObject('fresh_app', { keybased: { token: 'fake-value' } }).ok, false);
  for (const wrong of [undefined, null, 7, [], { keybased: 7 }, 'text']) {
    assert.throws(() => registerApp('wrong_app', wrong), TypeError);
  }
  assert.throws(() => registerApps([]), TypeError);
  assert.equal(app('wrong_app'), undefined);
});
