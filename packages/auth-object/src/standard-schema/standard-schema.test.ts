// An app’s schema as Standard Schema and Standard JSON Schema, alone and in form libraries.
import assert from 'node:assert/strict';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { FormApi } from '@tanstack/form-core';
import { createFormControl } from 'react-hook-form';
import { test } from 'vitest';
import type { Untyped } from '../testing/untyped.ts';
import { apps, inputFields, jsonSchema, standardSchema } from '../testing/untyped.ts';

/** The fields of SFTP: a host, a user name, and a password or a key. */
const sftp = standardSchema('sftp', 'keybased');
const empty = { host: '', port: '', username: '', password: '', pem_key: '', pem_key_passphrase: '' };
const filledIn = { ...empty, host: 'sftp.example.com', username: 'fake-user', password: 'fake-password' };
const sent = { host: 'sftp.example.com', username: 'fake-user', password: 'fake-password' };

test('a Standard Schema leaves out blank optional values and does not change the value', () => {
  const { validate } = sftp['~standard'];
  const value = Object.freeze({ ...filledIn, port: ' \t\u00a0\u3000', pem_key: '\n' });
  assert.deepEqual(validate(value), { value: sent });
  assert.deepEqual(value.pem_key, '\n');
  assert.equal(validate(sent).value, sent);
  const whole = standardSchema('sftp')['~standard'].validate;
  assert.deepEqual(whole(filledIn), { value: sent });
  assert.deepEqual(whole({ keybased: filledIn }), { value: { keybased: sent } });
  const netsuite = standardSchema('netsuite', 'oauth2')['~standard'].validate;
  const tokens = { account_id: 'fake-1', access_token: '', refresh_token: 'fake-2', client_id: '' };
  assert.deepEqual(netsuite(tokens), { value: { account_id: 'fake-1', refresh_token: 'fake-2' } });
});

const paths = ({ issues }) => issues.map(({ path }) => path.join('.'));

test('an issue of a Standard Schema has a field, and words for people', () => {
  const { validate } = sftp['~standard'];
  assert.deepEqual(paths(validate({ ...filledIn, host: ' ' })), ['host']);
  for (const wrong of [undefined, null, 'text', 7, [], () => 1]) assert.deepEqual(paths(validate(wrong)), ['host']);
  const whole = (value, slug = 'netsuite') => paths(standardSchema(slug)['~standard'].validate(value));
  for (const wrong of [undefined, null, 'text', 7, []]) assert.deepEqual(whole(wrong), ['account_id']);
  assert.deepEqual(whole({ oauth2: {}, keybased: {} }), ['account_id']);
  assert.deepEqual(whole({}, 'nobody'), ['auth_object']);
  assert.deepEqual(whole({}, 'custom'), ['auth_object']);
  for (const authType of ['nothing', 'constructor', '__proto__', '']) {
    assert.deepEqual(paths(standardSchema('netsuite', authType)['~standard'].validate({})), ['auth_object']);
  }
  const cycle: Untyped = {};
  cycle.cycle = cycle;
  const throwing = Object.defineProperty({ port: '' }, 'host', {
    enumerable: true,
    get() {
      throw new Error('boom');
    },
  });
  const hidden = { toJSON: () => ({ ...filledIn, host: 7 }), port: '' };
  for (const odd of [cycle, throwing, hidden, new Map(), { host: 7n }]) {
    const { issues } = validate(odd);
    assert.ok(issues.length > 0 && issues.every(({ path }) => path.length > 0));
  }
  for (const app of apps()) {
    for (const authType of app.authTypes) {
      const { issues } = standardSchema(app.slug, authType)['~standard'].validate({});
      const names = inputFields(app.slug, authType).map(({ name }) => name);
      for (const { path, message } of issues) {
        assert.ok(names.includes(path[0]) && path.length === 1, `${app.slug} ${path}`);
        assert.match(message, /\S/);
      }
    }
  }
});

test('react-hook-form takes a Standard Schema', async () => {
  const submit = (defaultValues) => {
    const { handleSubmit } = createFormControl({ defaultValues, resolver: standardSchemaResolver(sftp) });
    return new Promise<Untyped>((resolve) => handleSubmit(resolve, (errors) => resolve(Object.keys(errors)))());
  };
  assert.deepEqual(await submit(filledIn), sent);
  assert.deepEqual((await submit(empty)).sort(), ['host', 'password', 'username']);
});

test('TanStack Form takes a Standard Schema', async () => {
  const submit = async (defaultValues) => {
    let submitted: Untyped;
    const form = new FormApi({
      defaultValues,
      validators: { onSubmit: sftp },
      onSubmit: ({ value }) => (submitted = sftp['~standard'].validate(value).value),
    });
    form.mount();
    await form.handleSubmit();
    return submitted ?? Object.keys(form.state.errorMap.onSubmit);
  };
  assert.deepEqual(await submit(filledIn), sent);
  assert.deepEqual((await submit(empty)).sort(), ['host', 'password', 'username']);
});

test('a Standard Schema gives paths from the value on', () => {
  const whole = standardSchema('hubspot')['~standard'];
  assert.deepEqual([whole.version, whole.vendor], [1, 'auth-object']);
  const value = { oauth2: { access_token: 'fake-token' } };
  assert.deepEqual(whole.validate(value), { value });
  assert.deepEqual(
    whole.validate({ oauth2: {} }).issues.map(({ path }) => path),
    [['oauth2', 'access_token']],
  );
  const fields = standardSchema('netsuite', 'keybased')['~standard'];
  assert.deepEqual(
    fields.validate({ account_id: '1' }).issues.map(({ path }) => path),
    [['consumer_key'], ['consumer_secret'], ['token_id'], ['token_secret']],
  );
  assert.throws(() => standardSchema(), TypeError);
});

test('a Standard JSON Schema comes in three dialects', () => {
  const { input, output } = standardSchema('netsuite')['~standard'].jsonSchema;
  assert.deepEqual(input({ target: 'draft-2020-12' }), jsonSchema('netsuite'));
  assert.match(JSON.stringify(output({ target: 'draft-07' })), /draft-07.*#\/definitions\//);
  assert.doesNotMatch(JSON.stringify(input({ target: 'openapi-3.0' })), /\$|"required":\[\]/);
  assert.throws(() => input({ target: 'draft-04' }), TypeError);
  assert.throws(() => standardSchema('nobody')['~standard'].jsonSchema.input({ target: 'draft-07' }), TypeError);
});
