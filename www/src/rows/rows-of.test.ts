import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { RowsCheck } from './check-rows.ts';
import { exportRows } from './export-rows.ts';
import { rowsOf } from './rows-of.ts';

const CSV =
  'slug,linked_account_id,auth_type,api_token,email\ncopper,a,keybased,fake-token-1,fake@example.com\n\ncopper,b,keybased,"fake\ntoken",\ncopper,c,keybased, fake-token-2 ,fake@example.com\ncopper,d\n';
const NDJSON =
  '{"slug":"gmail","auth_object":{"refresh_token":"fake-refresh-token"}}\n\n{"slug":"gmial","auth_object":{}}\n{"slug":\n';

async function rows(text: string | Uint8Array<ArrayBuffer>, name = 'rows') {
  const { format, blocks } = await rowsOf(new File([text], name));
  const all = [];
  for await (const block of blocks) all.push(...block);
  return { format, rows: all };
}

describe('rowsOf', () => {
  it('reads NDJSON with its lines, also gzipped', async () => {
    for (const input of [NDJSON, new Uint8Array(gzipSync(NDJSON))]) {
      const read = await rows(input);
      expect([read.format, read.rows.map(({ line }) => line)]).toEqual(['ndjson', [1, 3, 4]]);
    }
  });
  it('reads an array and objects over several lines', async () => {
    for (const text of ['[\n {"slug":"a"},\n {\n"slug":"}"}\n]', '{"slug":"a",\n"x":1}\n{"slug":"}"}']) {
      const read = await rows(text);
      expect(read.format).toBe('json');
      expect(read.rows.map(({ text }) => JSON.parse(text).slug)).toEqual(['a', '}']);
    }
  });
  it('reads CSV: quotes over lines, blank lines, missing cells', async () => {
    const read = await rows(CSV);
    expect(read.format).toBe('csv');
    expect(read.rows.map(({ line, fault }) => [line, fault !== undefined])).toEqual([
      [2, false],
      [4, false],
      [6, false],
      [7, true],
    ]);
  });
  it('rejects what is no format', async () => {
    await expect(rows('hello, world')).rejects.toThrow('neither JSON nor CSV');
    await expect(rows(new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0xd8]))).rejects.toThrow('UTF-8');
  });
});

describe('summary and exports', () => {
  it('counts rows by cause', async () => {
    const check = new RowsCheck();
    check.add((await rows(CSV)).rows);
    const { total, accepted, rejected, causes } = check.summary('csv', 0);
    expect([total, accepted, rejected]).toEqual([4, 2, 2]);
    expect(causes.map(({ kind, code, lines }) => [kind, code, lines])).toEqual([
      ['rejected', 'keybased_fields', [4]],
      ['rejected', 'invalid_csv', [7]],
      ['hint', 'outer_whitespace', [6]],
    ]);
  });
  it('splits and repairs', async () => {
    const text = async (kind: 'accepted' | 'rejected' | 'repaired') =>
      (await exportRows(new File([CSV], 'a.csv'), kind)).blob.text();
    expect(await text('accepted')).toBe(`${CSV.split('\n')[0]}\n${CSV.split('\n')[1]}\n${CSV.split('\n')[5]}\n`);
    expect(await text('rejected')).toContain('4,Enter the Email Address.,copper,b,keybased');
    expect(await text('repaired')).toContain('copper,c,keybased,fake-token-2,fake@example.com');
  });
});
