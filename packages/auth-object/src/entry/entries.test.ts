// The entries: what each offers, and that they share one instance. Each test is a thread, which imports them afresh.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { inThread, wasmUrl } from '../testing/processes.ts';
import type { Untyped } from '../testing/untyped.ts';

test('rows offers all of index, and rows', async () => {
  const [index, slim, rows, rowsSlim] = await inThread<Untyped>(async (load) => {
    const all = await Promise.all(['index', 'slim', 'rows', 'rows-slim'].map(load));
    return all.map((entry) => Object.keys(entry).sort());
  });
  assert.deepEqual(slim, index);
  assert.deepEqual(rowsSlim, rows);
  assert.deepEqual(
    rows.filter((name) => !index.includes(name)),
    ['MappingError', 'RowChecker', 'RowDecoder', 'checkRows'],
  );
  assert.deepEqual(
    index.filter((name) => !rows.includes(name)),
    [],
  );
});

const ROW = '{"slug":"my-app","linked_account_id":"a","auth_object":{"keybased":{"some_key":"fake-key"}}}';

for (const [first, second] of [
  ['index', 'rows'],
  ['rows', 'index'],
  ['slim', 'index'],
  ['index', 'slim'],
  ['rows', 'rows-slim'],
  ['node', 'index'],
]) {
  test(`${first}, then ${second}: one list of apps, one class of errors, no init`, async () => {
    const [isShared, isKnown, accepted] = await inThread<Untyped>(`async (load) => {
      const one = await load('${first}');
      const before = ${first === 'slim' ? undefined : 'one.apps?.().length'};
      const two = await load('${second}');
      const index = await load('index');
      index.registerApp('my-app', { keybased: { some_key: 'string' } });
      const { AuthObjectError, apps, checkRequest, checkRows } = await load('rows');
      const same = [one, two].every((entry) => entry.checkRequest === undefined || entry.checkRequest === checkRequest);
      return [
        same && AuthObjectError === index.AuthObjectError,
        apps().some(({ slug }) => slug === 'my-app') && (before === undefined || apps().length === before + 1),
        checkRows(${JSON.stringify(ROW)}).accepted,
      ];
    }`);
    assert.deepEqual([isShared, isKnown, accepted], [true, true, 1]);
  });
}

test('require loads the same files', async () => {
  const same = await inThread<Untyped>(async (load, _, entryUrl) => {
    const { fileURLToPath } = require('node:url');
    return require(fileURLToPath(entryUrl('index'))).checkRequest === (await load('index')).checkRequest;
  });
  assert.equal(same, true);
});

for (const [entry, wasm] of [
  ['slim', 'auth_object'],
  ['rows-slim', 'auth_object_rows'],
]) {
  test(`${entry} asks for init, and takes the wasm in every form`, async () => {
    const results = await inThread<Untyped>(`async (load, wasmUrl) => {
      const { readFile } = require('node:fs/promises');
      const { checkAuthObject, init } = await load('${entry}');
      const url = new URL(wasmUrl('${wasm}'));
      const message = (call) => call().then(() => 'nothing', (error) => error.message);
      return [
        await message(async () => checkAuthObject('hubspot', {})),
        await message(() => init()),
        await message(() => init(url)),
        await message(() => init(new TextEncoder().encode('<!doctype html>'))),
        await message(() => init({})),
        await message(() => init(new Response('', { status: 404 }))),
        await message(() => init(readFile(url))),
        await message(() => init()),
        checkAuthObject('hubspot', { oauth2: { access_token: 'fake-token' } }).ok,
      ];
    }`);
    const expected = [/not initialised.*init\(source\)/, /not initialised/, /readFile/, /wasm file/, /source must be/];
    for (const [index, pattern] of [...expected, /404/].entries()) assert.match(results[index], pattern);
    assert.deepEqual(results.slice(6), ['nothing', 'nothing', true]);
  });

  test(`${entry}: a compiled module starts it at once`, async () => {
    const count = await inThread<Untyped>(`async (load, wasmUrl) => {
      const { readFileSync } = require('node:fs');
      const { apps, init } = await load('${entry}');
      const started = init(new WebAssembly.Module(readFileSync(new URL(wasmUrl('${wasm}')))));
      const { length } = apps();
      await started;
      return length;
    }`);
    assert.ok(count >= 205);
  });
}

test('a module of another version is a TypeError that says so, and the right one still starts', async () => {
  const [message, count] = await inThread<Untyped>(async (load, wasmUrl) => {
    const { apps, init } = await load('slim');
    const empty = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    const failure = await init(empty).then(
      () => 'nothing',
      (error) => `${error.name}: ${error.message}`,
    );
    await init(require('node:fs').readFileSync(new URL(wasmUrl('auth_object'))));
    return [failure, apps().length];
  });
  assert.match(message, /^TypeError: .*different versions/);
  assert.ok(count >= 205);
});

test('no entry starts the module at import', async () => {
  for (const entry of ['index', 'rows', 'node']) {
    const [atImport, atCall] = await inThread<number[]>(`async (load) => {
      let count = 0;
      const { Module } = WebAssembly;
      // Node strips types by a WebAssembly module of its own.
      const isOurs = (module) => Module.exports(module).some(({ name }) => name === 'reserve' || name === 'decode');
      WebAssembly.Module = class extends Module { constructor(bytes) { super(bytes); count += Number(isOurs(this)); } };
      const { apps } = await load('${entry}');
      const atImport = count;
      apps?.();
      return [atImport, count];
    }`);
    assert.equal(atImport, 0, entry);
    // The decoder of the text, and the module.
    assert.equal(atCall, entry === 'node' ? 0 : 2, entry);
  }
});

test('node needs no other entry', async () => {
  const total = await inThread(async (load) => {
    const { checkRowsFile } = await load('node');
    return (await checkRowsFile('/dev/null')).total;
  });
  assert.equal(total, 0);
});

test('the wasm files are the two modules', () => {
  const exported = (name) => WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(new URL(wasmUrl(name)))));
  const names = (name) => exported(name).map((one) => one.name);
  assert.ok(!names('auth_object').some((name) => name.startsWith('rows_')));
  assert.ok(names('auth_object_rows').some((name) => name.startsWith('rows_')));
});
