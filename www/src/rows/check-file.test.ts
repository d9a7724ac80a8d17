import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkFile } from './check-file.ts';
import type { ReadAs } from './summary.ts';

const NDJSON = [
  '{"slug":"gmail","linked_account_id":"a","auth_object":{"refresh_token":"1//fake-refresh-token"}}',
  '',
  '{"slug":"gmial","linked_account_id":"b","auth_object":{}}',
  '{"slug":"gmail","linked_account_id":"a","auth_object":{"refresh_token":" 1//fake-refresh-token"}}',
  '{"slug":',
  '',
].join('\n');
const CSV = [
  'Slug;linked_account_id;auth_type;api_token;email;',
  'copper;a;keybased;fake-token-1;fake@example.com;',
  ';;;;;',
  'copper;;keybased;"fake',
  'token";',
  'copper;c;keybased; fake-token-2 ;fake@example.com',
  'copper;d;keybased;"fake-token-3;fake@example.com',
  'copper;a;keybased;fake-token-4;jürgen@example.com',
  '',
].join('\r\n');

async function check(content: BlobPart, name: string, readAs: ReadAs = {}) {
  const file = new Blob([content]);
  const summary = await checkFile({ file, name, readAs });
  const { total, accepted, rejected, likely, hinted, notes, stopped } = summary;
  return {
    counts: [total, accepted, rejected, likely, hinted],
    causes: summary.causes.map(({ kind, slug, code, lines }) => [kind, slug, code, ...lines]),
    notes,
    stopped,
    isUnclear: summary.isUnclear,
    summary,
  };
}

const utf16 = (text: string, isLittle = true) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
};

describe('checkFile', () => {
  it('sums up NDJSON by cause, likely rejections apart', async () => {
    const { counts, causes, notes, stopped } = await check(NDJSON, 'rows.ndjson');
    expect(counts).toEqual([4, 2, 2, 1, 1]);
    expect(causes).toEqual([
      ['likely', 'gmial', 'unknown_app', 3],
      ['rejected', '', 'invalid_json', 5],
      ['hint', 'gmail', 'outer_whitespace', 4],
    ]);
    expect(stopped).toBeUndefined();
    expect(notes).toEqual(['1 row (line 4) has the account and app of an earlier row, which would be overwritten.']);
  });

  it('says which rows a repair changes', async () => {
    const { summary } = await check(NDJSON, 'rows.ndjson');
    expect(summary.causes.map(({ isFixable }) => isFixable)).toEqual([false, false, true]);
    expect(summary.causes[2]?.help).toMatch(/^refresh_token: /);
  });

  it('reads CSV as people have it, in each of its encodings, also gzipped', async () => {
    const utf8 = await check(CSV, 'rows.csv');
    expect(utf8.counts).toEqual([5, 3, 2, 0, 1]);
    expect(utf8.causes).toEqual([
      ['rejected', 'copper', 'keybased_fields', 4],
      ['rejected', '', 'invalid_csv', 7],
      ['hint', 'copper', 'outer_whitespace', 6],
    ]);
    expect(utf8.notes).toEqual([
      'The column “Slug” was read as slug.',
      '1 row (line 4) has no linked_account_id: each request needs one in its header.',
      '1 row (line 8) has the account and app of an earlier row, which would be overwritten.',
    ]);
    const { ms: _, ...same } = utf8.summary;
    for (const content of [gzipSync(CSV), utf16(CSV), utf16(CSV, false), gzipSync(utf16(CSV)), `sep=;\r\n${CSV}`]) {
      const { ms, ...summary } = (await check(content, 'rows')).summary;
      if (typeof content === 'string') expect(summary.total).toBe(5);
      else expect(summary).toEqual(same);
    }
  });

  it('takes the encoding that is named, and says when one is needed', async () => {
    const bytes = Buffer.from(CSV, 'latin1');
    const unnamed = await check(bytes, 'rows.csv');
    expect(unnamed.isUnclear).toBe(true);
    expect(unnamed.causes).toContainEqual(['rejected', '', 'invalid_csv', 8]);
    const named = await check(bytes, 'rows.csv', { encoding: 'windows-1252' });
    expect([named.counts, named.isUnclear]).toEqual([[5, 3, 2, 0, 1], false]);
  });

  it('reads an array and objects over several lines', async () => {
    const rows = ['{"slug":\n"gmail",\n"auth_object":{"refresh_token":"fake-]}-token"}}', '{"slug":"}"}'];
    for (const text of [`[\n${rows.join(',\n')}\n]`, rows.join('\n')]) {
      const { counts, causes } = await check(text, 'rows.json');
      expect(counts).toEqual([2, 1, 1, expect.any(Number), expect.any(Number)]);
      expect(causes.find(([, slug]) => slug === '}')?.[3]).toBe(text.startsWith('[') ? 5 : 4);
    }
  });

  it('says what was checked of a damaged gzip file', async () => {
    const packed = gzipSync(NDJSON);
    packed.writeUInt32LE(1, packed.length - 8);
    const { counts, stopped } = await check(packed, 'rows.ndjson.gz');
    expect(counts[0]).toBe(4);
    expect(stopped).toBe(
      'The gzip file is damaged, was cut off, or is followed by other data. Only its first 5 lines could be checked.',
    );
    expect((await check(packed.subarray(0, 12), 'rows.ndjson.gz')).stopped).toContain('None of it');
  });

  it('says what is wrong with a file that is not rows, unless its format is named', async () => {
    for (const [content, reason] of [
      ['hello, world\n', /^This file is neither JSON nor CSV/],
      [Buffer.alloc(100_000, 0xfe), /^This file is not text/],
    ] as const) {
      const { counts, stopped } = await check(content, 'rows');
      expect(counts[0]).toBe(0);
      expect(stopped).toMatch(reason);
    }
    expect((await check('Hello\n{"slug":"gmail"}\n', 'rows', { format: 'ndjson' })).counts[0]).toBe(2);
    expect((await check('PK\x03\x04', 'rows.csv')).stopped).toMatch(/^This file is a zip archive or a spreadsheet/);
    expect((await check('', 'rows.csv')).counts[0]).toBe(0);
  });
});
