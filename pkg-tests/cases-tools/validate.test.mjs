// Checks the case files themselves: their form, what they cover, and that no value looks like a credential.
//   node --test pkg-tests/cases-tools/
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { CASES, loadCases } from './load-cases.mjs';
import { printCases } from './print.mjs';
import { loadRowCases, printRowCases, ROW_CASES } from './row-cases.mjs';
import { canonical, resolve } from './values.mjs';

const schema = JSON.parse(readFileSync(`${CASES}cases.schema.json`, 'utf8'));
const files = loadCases();
const rowFiles = loadRowCases();
const byHand = files.filter(({ file }) => !file.startsWith('apps/'));
const all = files.flatMap(({ file, cases }) => cases.map((testCase) => ({ file, ...testCase })));
const codes = schema.$defs.issue.properties.code.enum;
const hintCodes = schema.$defs.hint.properties.code.enum;

test('every file fits cases.schema.json', () => {
  // Strict: an unknown keyword in the schema is an error. The schema requires members that another schema describes.
  const fits = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true }).compile(
    schema,
  );
  for (const { file, ...content } of files) {
    fits(content);
    assert.deepEqual(fits.errors, null, file);
  }
  assert.equal(fits({ ...files[0], cases: [{ description: '' }] }), false);
});

test("a call's request has the members of that call", () => {
  for (const { file, description, call, request } of all) {
    assert.equal('headers' in request, call !== 'auth_object', `${file}: ${description}`);
  }
});

test('descriptions are unique within a file', () => {
  for (const { file, cases } of files) {
    const seen = new Set();
    for (const { description } of cases) {
      assert.ok(!seen.has(description), `${file}: ${description}`);
      seen.add(description);
    }
  }
});

test('no request is twice in a file with the same context', () => {
  for (const { file, cases } of byHand) {
    const seen = new Map();
    for (const { description, call, request, context } of cases) {
      // Compares the order of keys too, because the reader may depend on it.
      const key = JSON.stringify([call, request, context]);
      assert.ok(!seen.has(key), `${file}: "${description}" repeats "${seen.get(key)}"`);
      seen.set(key, description);
    }
  }
});

test('files written by hand are laid out as print.mjs does', () => {
  for (const { file } of byHand) {
    const text = readFileSync(CASES + file, 'utf8');
    assert.equal(text, printCases(JSON.parse(text)), file);
  }
});

test('files of rows are laid out as row-cases.mjs does, and their names are unique', () => {
  for (const { name, description, cases } of rowFiles) {
    assert.equal(readFileSync(ROW_CASES + name, 'utf8'), printRowCases({ description, cases }), name);
    assert.equal(new Set(cases.map((one) => one.name)).size, cases.length, name);
  }
});

test('the cases of rows have every code and every reason of a row that cannot be read', () => {
  const rust = readFileSync(new URL('../../src/rows/row_fault.rs', import.meta.url), 'utf8');
  const variants = (name) => {
    const [, body] = new RegExp(`pub enum ${name} \\{\\n([\\s\\S]*?)\\n\\}`).exec(rust);
    const names = Array.from(body.matchAll(/^ {4}([A-Z]\w+)/gm), ([, variant]) => variant);
    return names.map((variant) => variant.replaceAll(/(?<!^)(?=[A-Z])/g, '_').toLowerCase());
  };
  const reports = rowFiles.flatMap(({ cases }) => cases.map(({ report }) => report));
  const reasons = new Set(
    reports.flatMap(({ rows }) => rows.flatMap(({ issues }) => issues.map(({ reason }) => reason))),
  );
  for (const reason of variants('RowFault')) assert.ok(reasons.has(reason), reason);
  const unreadable = new Set(reports.map((report) => report.unreadable?.reason));
  // The npm package decodes UTF-16.
  for (const reason of variants('Unreadable')) assert.ok(unreadable.has(reason) || reason === 'utf16', reason);
});

test('generated files are what the generator writes', () => {
  const script = fileURLToPath(new URL('generate-app-cases.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});

test('an expectation agrees with itself', () => {
  for (const { file, description, expect } of all) {
    const at = `${file}: ${description}`;
    const body = JSON.parse(expect.body);
    assert.equal(expect.ok, expect.issues.length === 0, at);
    assert.equal(expect.ok, body.success === true, at);
    assert.ok(!expect.ok || expect.certainty === undefined, at);
    if ('status_code' in body) assert.equal(body.status_code, expect.status, at);
    const order = expect.issues.map(({ code }) => codes.indexOf(code));
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
      `${at}: issues follow the rules' order`,
    );
  }
});

test('each rule has a file with rejected and accepted cases', () => {
  const names = codes.map((code, index) => `rule-${String(index + 1).padStart(2, '0')}-${code}.json`);
  for (const [index, name] of names.entries()) {
    const cases = files.find(({ file }) => file === name)?.cases ?? assert.fail(`${name} is missing`);
    assert.ok(
      cases.some(({ expect }) => expect.ok),
      `${name}: nothing is accepted`,
    );
    assert.ok(
      cases.some(({ expect }) => expect.issues[0]?.code === codes[index]),
      `${name}: the rule never rejects`,
    );
  }
});

test('every rule rejects in both shapes, and hints fire in both', () => {
  const rejected = new Set();
  const hinted = new Set();
  for (const { request, expect } of all) {
    const shape = shapeOf(resolve(request), expect);
    for (const { code } of expect.issues) rejected.add(`${code} ${shape}`);
    for (const { code } of expect.hints ?? []) hinted.add(`${code} ${shape}`);
  }
  // These have no shape: the body is not JSON, there is no auth_object, or the flat shape names no auth type.
  const shapeless = new Set(['invalid_json', 'auth_object_required']);
  const wanted = (code) => (shapeless.has(code) ? ['none'] : code === 'auth_type' ? ['typed'] : ['typed', 'flat']);
  for (const code of codes)
    for (const shape of wanted(code)) assert.ok(rejected.has(`${code} ${shape}`), `${code}, ${shape}`);
  const oneShape = { stringified_auth_object: ['none'], nested_request: ['flat'] };
  for (const code of hintCodes) {
    for (const shape of oneShape[code] ?? ['typed', 'flat'])
      assert.ok(hinted.has(`${code} ${shape}`), `${code}, ${shape}`);
  }
});

test('every hint stays silent in a case that compares hints', () => {
  const compared = all.filter(({ expect }) => expect.hints);
  for (const code of hintCodes)
    assert.ok(
      compared.some(({ expect }) => expect.hints.every((hint) => hint.code !== code)),
      code,
    );
});

test('every app has a file, every auth type is accepted', () => {
  const schemas = new URL('../../schemas/', import.meta.url);
  for (const name of readdirSync(schemas).filter((file) => file.endsWith('.json') && file !== 'app.schema.json')) {
    const app = JSON.parse(readFileSync(new URL(name, schemas), 'utf8'));
    const cases = files.find(({ file }) => file === `apps/${name}`)?.cases ?? assert.fail(`apps/${name} is missing`);
    for (const type of Object.keys(app.auth)) {
      assert.ok(
        cases.some(({ expect }) => expect.ok && expect.authType === type),
        `${name}: ${type}`,
      );
    }
  }
});

// What secret scanners look for. With $join and $repeat, a case has such a value and its file does not contain it.
const CREDENTIALS = [
  /[sr]k_(?:live|test)_[0-9a-z]{10,}/i,
  /gh[opsur]_[0-9a-z]{36}/i,
  /xox[abeprs]-[0-9a-z-]{10,}/i,
  /(?:AKIA|ASIA)[0-9A-Z]{16}/,
  /eyJ[\w-]{10,}\.eyJ[\w-]{10,}/,
  /AIza[\w-]{35}/,
  /ya29\.[\w-]{10,}/,
  /SG\.[\w-]{22}\.[\w-]{43}/,
  /shp(?:at|ca|pa|ss)_[0-9a-f]{32}/i,
  /glpat-[\w-]{20}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b[0-9a-f]{32,}\b/i,
];

test('no file contains what looks like a credential', () => {
  for (const path of [
    ...files.map(({ file }) => CASES + file),
    ...rowFiles.map(({ name }) => ROW_CASES + name),
    fileURLToPath(new URL('../../examples/requests.ndjson', import.meta.url)),
  ]) {
    const text = readFileSync(path, 'utf8');
    for (const pattern of CREDENTIALS) assert.doesNotMatch(text, pattern, path);
  }
});

test('$join and $repeat make a string', () => {
  assert.equal(resolve({ $join: ['a', { $repeat: ['bc', 2] }, { $join: ['d'] }] }), 'abcbcd');
  assert.equal(canonical(resolve(JSON.parse('{"__proto__":{"$repeat":["a",3]}}'))), '{"__proto__":"aaa"}');
});

function shapeOf(request, expect) {
  if (expect.shape) return expect.shape;
  const authObject = request.auth_object ?? request.body?.auth_object;
  if (authObject === null || typeof authObject !== 'object' || Array.isArray(authObject)) return 'none';
  const values = Object.values(authObject);
  return values.length === 1 && values[0] !== null && typeof values[0] === 'object' ? 'typed' : 'flat';
}
