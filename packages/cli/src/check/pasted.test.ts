// Files as people who move credentials have them: what `auth-object check` says of each, and what it never does.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { PASTED, PEM } from '../testing/pasted.ts';
import { run, scratch } from '../testing/run.ts';

/** Of a JSON report: lines by code, after the number of rows. */
interface Expected {
  readonly rows: number;
  readonly rejected?: Readonly<Record<string, readonly number[]>>;
  readonly likely?: Readonly<Record<string, readonly number[]>>;
  readonly hints?: Readonly<Record<string, readonly number[]>>;
  /** What --repair changes: the lines. */
  readonly repaired?: readonly number[];
  /** In the pretty report, or in a note. */
  readonly says?: RegExp;
}

const EXPECTED: Readonly<Record<keyof typeof PASTED, Expected>> = {
  'hints.ndjson': {
    rows: 5,
    hints: { outer_whitespace: [1], quoted: [2], placeholder: [3], auth_prefix: [4], masked: [5] },
    repaired: [1, 2, 4],
  },
  'quoted-key.ndjson': { rows: 2, hints: { quoted: [1, 2] }, repaired: [1, 2] },
  'putty-key.ndjson': { rows: 1, hints: { private_key: [1] }, says: /PuTTYgen/ },
  'app-id.ndjson': { rows: 1, rejected: { oauth2_fields: [1] }, says: /Remove it/ },
  'api-token.ndjson': { rows: 1, likely: { oauth2_fields: [1] }, says: /connect again/ },
  'token-endpoint.ndjson': { rows: 1, likely: { oauth2_fields: [1] } },
  'copy-null.csv': { rows: 3, rejected: { oauth2_fields: [4] }, hints: { no_refresh_token: [2] } },
  'rounded-account.csv': { rows: 3, hints: { export_mark: [2, 3, 4] }, says: /last digits are lost/ },
  'unquoted-key.csv': {
    rows: 4,
    rejected: { invalid_csv: [3, 4] },
    hints: { private_key: [2], unknown_format: [5] },
    says: /put the key in quotes/,
  },
  'accounts.ndjson': {
    rows: 5,
    rejected: { linked_account_id_required: [1, 2, 3] },
    hints: { near_miss_key: [5] },
    says: /is called linked_account_id/,
  },
  'header-accounts.ndjson': { rows: 4, hints: { header_characters: [1, 2, 3], outer_whitespace: [4] } },
  'jsonb.csv': { rows: 1 },
  'short-rows.csv': { rows: 2 },
  'text-marks.csv': { rows: 1, hints: { export_mark: [2] }, repaired: [2] },
  'escaped-key.ndjson': { rows: 3, hints: { private_key: [1, 2, 3] }, repaired: [1, 2, 3] },
  'key-on-one-line.ndjson': { rows: 2, hints: { private_key: [1, 2] }, repaired: [1, 2] },
  'account-twice.ndjson': { rows: 2, says: /overwrites the first/ },
  'wrapped-list.json': { rows: 2, says: /rows are in "data"/ },
  'n8n.json': { rows: 2, rejected: { slug_required: [2, 17] }, says: /export of n8n/ },
  'pipedream.json': { rows: 1, rejected: { slug_required: [6] }, says: /external_id is the linked account/ },
  'token-answer.ndjson': {
    rows: 2,
    rejected: { invalid_value: [1, 2] },
    repaired: [1],
    says: /whole answer of a token endpoint/,
  },
  'service-account.ndjson': { rows: 1, likely: { oauth2_fields: [1] }, says: /service account/ },
  'references.ndjson': {
    rows: 7,
    hints: { placeholder: [1, 2, 3, 4, 5] },
    says: /reference that nothing has resolved/,
  },
  'json-text.ndjson': { rows: 2, hints: { json_value: [1, 2] }, says: /JSON text/ },
  'rotated-bot-token.ndjson': { rows: 2, hints: { no_refresh_token: [2] } },
  'lightning.ndjson': { rows: 5, hints: { foreign_format: [1, 2, 3, 4] }, says: /My Domain/ },
  'email-token.ndjson': { rows: 1, hints: { foreign_format: [1] }, repaired: [1], says: /without \/token/ },
  'sandbox-ids.ndjson': { rows: 3, hints: { foreign_format: [1, 2, 3] }, repaired: [1, 2, 3], says: /1234567_SB1/ },
  'airtable.ndjson': { rows: 2, hints: { foreign_format: [1, 2] }, says: /February 2024/ },
  'cut-token.ndjson': { rows: 1, hints: { cut_off: [1] }, says: /database column/ },
  'title-case.csv': { rows: 1, says: /"Access Token" is read as access_token/ },
  'comments.json': { rows: 2, says: /Line 2 has a comment/ },
  'freshdesk.ndjson': { rows: 2, hints: { url_for_subdomain: [1] } },
  'zoho-scheme.ndjson': { rows: 1, hints: { auth_prefix: [1] }, repaired: [1] },
  'secret-id.ndjson': { rows: 1, hints: { foreign_format: [1] }, says: /Value of the secret/ },
  'encoded.ndjson': { rows: 2, hints: { encoded: [1, 2] }, repaired: [1, 2], says: /percent-encoded/ },
  'python.ndjson': { rows: 1, rejected: { invalid_json: [1] }, says: /json\.dumps/ },
  'utf-16.csv': { rows: 1 },
};

const folder = scratch();
const path = (name: string) => join(folder, name);

/** UTF-16 has its own name. */
const bytesOf = (name: string, text: string) => Buffer.from(text, name.startsWith('utf-16') ? 'utf16le' : 'utf8');

interface JsonReport {
  total: number;
  failures: { line: number; code: string; certainty: string }[];
  hints: { causes: { code: string; places: { line: number }[] }[] };
}

/** The lines by code. */
function byCode(all: readonly { readonly code: string; readonly line: number }[]): Record<string, number[]> {
  const lines: Record<string, number[]> = {};
  for (const { code, line } of all) (lines[code] ??= []).push(line);
  for (const list of Object.values(lines)) list.sort((a, b) => a - b);
  return lines;
}

describe('files as people have them', () => {
  for (const [name, { rows, rejected = {}, likely = {}, hints = {}, repaired = [], says = /rows?/ }] of Object.entries(
    EXPECTED,
  )) {
    test(name, async () => {
      writeFileSync(path(name), bytesOf(name, PASTED[name as keyof typeof PASTED]));
      const { code, stdout } = await run(['check', name, '--report', 'json'], { cwd: folder });
      const report: JsonReport = JSON.parse(stdout);
      assert.equal(report.total, rows);
      const are = (certainty: string) => byCode(report.failures.filter((failure) => failure.certainty === certainty));
      assert.deepEqual([are('certain'), are('likely')], [rejected, likely]);
      const hinted = report.hints.causes.flatMap(({ code, places }) => places.map(({ line }) => ({ code, line })));
      assert.deepEqual(byCode(hinted), hints);
      assert.equal(code, Object.keys(rejected).length > 0 ? 1 : 0);
      const pretty = await run(['check', name], { cwd: folder });
      assert.match(pretty.stdout + pretty.stderr, says);
      const log = ['--repair', '--out-ok', 'ok', '--repair-log', 'log'];
      await run(['check', name, ...log], { cwd: folder });
      const changes = readFileSync(path('log'), 'utf8').split('\n').filter(Boolean);
      assert.deepEqual([...new Set(changes.map((line): number => JSON.parse(line).line))], repaired);
    });
  }
});

test('a key keeps or gets the lines of its file', async () => {
  for (const name of ['quoted-key.ndjson', 'escaped-key.ndjson', 'key-on-one-line.ndjson'] as const) {
    writeFileSync(path(name), PASTED[name]);
    await run(['check', name, '--repair', '--out-ok', 'keys'], { cwd: folder });
    for (const line of readFileSync(path('keys'), 'utf8').trim().split('\n')) {
      const [fields] = Object.values<Record<string, string>>(JSON.parse(line).auth_object);
      assert.equal((fields?.pem_key ?? fields?.private_key)?.trim(), PEM.trim(), name);
    }
  }
});

test('one screen says which rows are dead, why, and what to do', async () => {
  writeFileSync(path('hints.ndjson'), PASTED['hints.ndjson']);
  const { stdout } = await run(['check', 'hints.ndjson'], { cwd: folder });
  assert.ok(stdout.split('\n').length <= 25, stdout);
  for (let line = 1; line <= 5; line++) assert.match(stdout, new RegExp(`^  line ${line}$`, 'm'));
});
