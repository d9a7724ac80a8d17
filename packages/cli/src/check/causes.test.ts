// The report `pretty` of a large migration: a group for each cause, whatever the number of apps, in about one screen.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, apps } from 'auth-object';
import { describe, test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const folder = scratch();
const ROWS = 2000;

const keybased = (field: string, value: unknown) => ({ keybased: { [field]: value } });

/** 20 apps with one field. */
const APPS = apps()
  .flatMap(({ slug }) => {
    const fields = app(slug)?.auth.keybased?.fields ?? [];
    const [field] = fields;
    return field === undefined || fields.length > 1 ? [] : [{ slug, field: field.name }];
  })
  .slice(0, 20);

type Make = (slug: string, field: string) => unknown;

/** What is wrong with a row: by the code that the report names. */
const CAUSES: readonly (readonly [code: string, make: Make])[] = [
  ['placeholder', (_, field) => keybased(field, 'YOUR_API_KEY')],
  ['masked', (_, field) => keybased(field, '********')],
  ['quoted', (_, field) => keybased(field, '"fake-value-1"')],
  ['outer_whitespace', (_, field) => keybased(field, ' fake-value-1 ')],
  ['auth_prefix', (_, field) => keybased(field, 'Bearer fake-value-1')],
  ['invisible_characters', (_, field) => keybased(field, 'fake\u200bvalue')],
  ['invalid_value', (_, field) => keybased(field, 12345)],
  ['invalid_value', (_, field) => keybased(field, ' ')],
  ['auth_object_required', () => null],
  ['auth_type', () => ({ oauth9: { token: 'fake' } })],
];

/** A row of every app and cause in turn, between good ones and those that name no app. */
function rows(): string[] {
  return Array.from({ length: ROWS }, (_, index) => {
    const { slug, field } = APPS[index % APPS.length] as (typeof APPS)[0];
    const linked_account_id = `account:${index}`;
    const kind = Math.floor(index / APPS.length) % (CAUSES.length + 4);
    const make = CAUSES[kind]?.[1];
    if (make !== undefined) return JSON.stringify({ slug, linked_account_id, auth_object: make(slug, field) });
    if (kind === CAUSES.length) return `{"slug":"${slug}",'auth_object':{}}`;
    if (kind === CAUSES.length + 1) return JSON.stringify({ linked_account_id, auth_object: keybased(field, 'fake') });
    if (kind === CAUSES.length + 2) {
      return JSON.stringify({ slug: `${slug}_x`, linked_account_id, auth_object: keybased(field, 'fake') });
    }
    return JSON.stringify({ slug: 'ashby', linked_account_id, auth_object: { api_key: 'fake-value' } });
  });
}

describe('2,000 rows, 13 causes, 20 apps', () => {
  test('13 groups in about 60 lines', async () => {
    assert.equal(APPS.length, 20);
    writeFileSync(join(folder, 'rows'), rows().join('\n'));
    const { code, stdout } = await run(['check', 'rows'], { cwd: folder });
    assert.equal(code, 1);
    const groups = [...stdout.matchAll(/^(\w+) · ([\d,]+) rows?/gm)].map(([, name]) => name);
    const expected = [...CAUSES.map(([name]) => name), 'invalid_json', 'slug_required', 'unknown_app'];
    assert.deepEqual(groups.sort(), expected.sort());
    assert.ok(stdout.split('\n').length <= 65, `${stdout.split('\n').length} lines`);
    assert.match(stdout, /^placeholder · 160 rows: \w+ \w+ \(\d\), .* and 15 more$/m);
    assert.doesNotMatch(stdout, /fake/);
  });
});

test('texts that were not counted have no number', async () => {
  const row = (index: number) => JSON.stringify({ slug: `app-${index}`, auth_object: { access_token: 'fake' } });
  writeFileSync(join(folder, 'apps'), Array.from({ length: 1001 }, (_, index) => row(index)).join('\n'));
  const { stdout } = await run(['check', 'apps'], { cwd: folder });
  assert.match(stdout, /^unknown_app · 1,001 rows: app-0 \(1\), .*, app-4 \(1\) and more$/m);
  assert.match(stdout, /\(and more texts; use --report json\)$/m);
});
