// Names of members that every object has are names like any other: nothing is written to Object.prototype, nothing is lost.
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { afterEach, beforeAll, describe, test } from 'vitest';
import { app, authStructure, inputFields, jsonSchema } from '../entry/public.ts';
import { fileOf, MEBIBYTE, same } from '../testing/rows-files.ts';
import type { Untyped } from '../testing/untyped.ts';
import { checkRowsFile } from '../testing/untyped-node.ts';
import { checkRequest, checkRows, RowChecker, redact, registerApp, repair } from '../testing/untyped-rows.ts';

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'toJSON',
  '__defineGetter__',
];
const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };

/** An object with these members, whatever their names. */
const members = (...entries: [name: string, value: unknown][]) => Object.fromEntries(entries);
const bodyOf = (name: string, value: unknown = 'fake') => ({
  slug: name,
  auth_object: members([name, members([name, value])]),
});

const prototype = Object.getOwnPropertyNames(Object.prototype);
afterEach(() => {
  assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), prototype);
  assert.deepEqual(Object.keys(Object.prototype), []);
});

beforeAll(() => {
  for (const name of NAMES) registerApp(name, members([name, members([name, 'string'])]));
});

describe.each(NAMES)('%s', (name) => {
  test('as the name of an app, an auth type and a field', () => {
    for (const body of [bodyOf(name), { slug: name, auth_object: members([name, 'fake']) }]) {
      const expected = checkRequest({ headers, body: JSON.stringify(body) });
      assert.equal(expected.ok, true, JSON.stringify(body));
      assert.deepEqual(checkRequest({ headers, body }), expected);
    }
  });

  test('in the catalogue', () => {
    assert.deepEqual(Object.keys(app(name)?.auth ?? {}), [name]);
    assert.deepEqual(authStructure(name), members([name, members([name, 'string'])]));
    assert.ok(JSON.stringify(jsonSchema(name)).includes(JSON.stringify(name)));
    assert.deepEqual(
      inputFields(name, name)?.map((field) => field.name),
      [name],
    );
  });

  test('as an unknown name', () => {
    for (const auth_object of [members([name, {}]), { oauth2: members([name, 'fake']) }, members([name, 'fake'])]) {
      const body = { slug: 'hubspot', auth_object };
      const { ok, issues } = checkRequest({ headers, body: JSON.stringify(body) });
      assert.equal(ok, false);
      assert.deepEqual(checkRequest({ headers, body }).issues, issues);
    }
    assert.equal(checkRequest({ headers, body: bodyOf(`${name}_`) }).ok, false);
  });

  test('repaired and redacted', () => {
    const body = bodyOf(name, ' fake');
    for (const sent of [body, JSON.stringify(body)]) {
      const { hints } = checkRequest({ headers, body: sent });
      assert.deepEqual(
        hints.map(({ code }) => code),
        ['outer_whitespace'],
      );
      const repaired = repair({ headers, body: sent }, hints).body;
      const data = typeof repaired === 'string' ? JSON.parse(repaired) : repaired;
      assert.deepEqual(Object.entries(data.auth_object), Object.entries(bodyOf(name).auth_object));
    }
    const safe = redact({ headers: members([name, 'fake']), body: members([name, 'fake'], ['auth_object', body]) });
    assert.ok(Object.hasOwn(safe.headers as object, name.toLowerCase()));
    assert.ok(Object.hasOwn(safe.body as object, name));
    assert.doesNotMatch(JSON.stringify(safe), /fake/);
  });
});

describe('the counts of a file', () => {
  const row = (name: string, index: number) =>
    JSON.stringify({ linked_account_id: `a${index}`, ...bodyOf(name, ['fake', ' fake', ''][index % 3]) });
  const lines = (count: number) => Array.from({ length: count }, (_, index) => row(NAMES[index % NAMES.length], index));

  function complete(report: Untyped, count: number) {
    assert.deepEqual(Object.keys(report.byApp), [...NAMES].sort());
    for (const { total, accepted, rejected } of Object.values<Untyped>(report.byApp)) {
      assert.ok(accepted > 0 && rejected > 0 && total === accepted + rejected);
    }
    assert.equal(report.total, count);
    assert.deepEqual(report.hints.map(({ app }) => app).sort(), [...NAMES].sort());
  }

  test('at once, and in chunks', async () => {
    const text = `${lines(240).join('\n')}\n`;
    const report = checkRows(text);
    complete(report, 240);
    const checker = new RowChecker();
    for await (const chunk of createReadStream(fileOf(text), { highWaterMark: 1000 })) checker.push(chunk);
    complete(checker.report(), 240);
    same({ ...checker.end(), rows: [] }, { ...report, rows: [] });
  });

  test('of a file on disk, with one thread and with several', async () => {
    const count = 60_000;
    const text = `${lines(count).join('\n')}\n`;
    assert.ok(text.length > 4 * MEBIBYTE);
    const path = fileOf(text);
    for (const workers of [1, 3]) {
      let last: Untyped;
      const onProgress = (progress: Untyped) => {
        last = progress.report();
      };
      // Threads have the apps that are registered.
      const report = await checkRowsFile(path, { workers, onRows() {}, onProgress });
      complete(report, count);
      complete(last, count);
    }
  });

  test('of CSV with columns of these names', () => {
    const text = `slug,${NAMES.join(',')}\n${NAMES.map((name) => `${name},${NAMES.map((other) => (other === name ? 'fake' : '')).join(',')}`).join('\n')}\n`;
    const report = checkRows(text);
    assert.deepEqual([report.total, report.accepted], [NAMES.length, NAMES.length], JSON.stringify(report.byCode));
    assert.deepEqual(Object.keys(report.byApp), [...NAMES].sort());
  });
});
