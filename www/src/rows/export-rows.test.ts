import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { exportRows } from './export-rows.ts';
import type { ExportKind, ReadAs } from './summary.ts';
import { utf8Of } from './utf8.ts';

const HEADER = 'slug;linked_account_id;auth_type;api_token;email\r\n';
const GOOD = 'copper;a;keybased;fake-token-1;jürgen@example.com\r\n';
const BLANK = 'copper;b;keybased;"fake\ntoken";\r\n';
const MENDED = 'copper;c;keybased;" ""fake"";token ";fake@example.com\r\n';
const CSV = `${HEADER}${GOOD}\r\n${BLANK};;;;\r\n${MENDED}`;

async function split(content: BlobPart, name: string, readAs: ReadAs = {}) {
  const text = await utf8Of(new Blob([content]), readAs.encoding);
  return async (kind: ExportKind) => {
    const exported = await exportRows({ name, text, readAs: { format: readAs.format } }, kind);
    return { ...exported, text: await exported.blob.text(), type: exported.blob.type };
  };
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('exportRows', () => {
  it('takes rows of CSV out of the file byte for byte, whatever it is written and packed in', async () => {
    for (const [content, readAs] of [
      [CSV, {}],
      [gzipSync(CSV), {}],
      [utf16(CSV), {}],
      [gzipSync(utf16(CSV)), {}],
      [Buffer.from(CSV, 'latin1'), { encoding: 'windows-1252' }],
    ] as const) {
      const rows = await split(content, 'rows.csv.gz', readAs);
      expect(await rows('accepted')).toMatchObject({
        name: 'rows.accepted.csv',
        type: 'text/csv',
        text: HEADER + GOOD + MENDED,
      });
      expect((await rows('rejected')).text).toBe(
        `auth_object_line;auth_object_help;${HEADER}4;Enter the Email Address.;${BLANK}`,
      );
    }
  });

  it('keeps the mark and sep= of CSV, and ends a row that has no line end', async () => {
    const rows = await split(`\ufeffsep=;\r\n${CSV.trimEnd()}`, 'rows.csv');
    expect(Buffer.from(await (await rows('accepted')).blob.arrayBuffer()).toString()).toBe(
      `\ufeffsep=;\r\n${HEADER}${GOOD}${MENDED.trimEnd()}\n`,
    );
    expect((await rows('rejected')).text).toContain('sep=;\r\nauth_object_line;auth_object_help;slug;');
  });

  it('keeps the header of CSV without such rows', async () => {
    const rows = await split(HEADER + GOOD, 'rows.csv');
    expect((await rows('rejected')).text).toBe(`auth_object_line;auth_object_help;${HEADER}`);
  });

  it('repairs rows of CSV', async () => {
    const rows = await split(CSV, 'rows.csv');
    expect(await rows('repaired')).toMatchObject({
      name: 'rows.repaired.csv',
      text: `${HEADER}${GOOD}${BLANK}copper;c;keybased;"""fake"";token";fake@example.com\r\n`,
      repaired: 1,
      rejected: 1,
    });
  });

  const gmail = (token: string) => `{"slug":"gmail","auth_object":{"refresh_token":"${token}"}}`;
  const none = '{"slug":"gmail","auth_object":{}}';

  it('splits and repairs NDJSON', async () => {
    const rows = await split(`${gmail('fake-1')}\r\n\n${none}\n{"slug"\n${gmail(' fake-2')}`, 'rows.jsonl');
    expect((await rows('accepted')).text).toBe(`${gmail('fake-1')}\r\n${gmail(' fake-2')}\n`);
    const { name, type, text } = await rows('rejected');
    expect([name, type]).toEqual(['rows.rejected.ndjson', 'application/x-ndjson']);
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { line: 3, problems: [expect.any(String)], row: JSON.parse(none) },
      { line: 4, problems: [expect.any(String)], row: '{"slug"' },
    ]);
    expect((await rows('repaired')).text).toBe(`${gmail('fake-1')}\r\n${none}\n{"slug"\n${gmail('fake-2')}\n`);
  });

  it('splits and repairs JSON as an array', async () => {
    const over = (token: string) => gmail(token).replaceAll(',', ',\n  ');
    for (const text of [
      `[${over('fake-1')},${none} , ${over(' fake-2')}\n]`,
      `${over('fake-1')}${none}\n${over(' fake-2')}`,
    ]) {
      const rows = await split(text, 'rows.json');
      expect(await rows('accepted')).toMatchObject({
        name: 'rows.accepted.json',
        text: `[\n${over('fake-1')},\n${over(' fake-2')}\n]\n`,
      });
      expect(JSON.parse((await rows('rejected')).text)).toEqual([
        { line: 2, problems: [expect.any(String)], row: JSON.parse(none) },
      ]);
      expect((await rows('repaired')).text).toBe(`[\n${over('fake-1')},\n${none},\n${gmail('fake-2')}\n]\n`);
    }
  });

  it('cuts rows right that cross chunks, in a large file', async () => {
    const lines = Array.from({ length: 15_000 }, (_, row) =>
      row % 7 === 3 ? none : gmail(`fake-${row}-${'x'.repeat(row % 300)}`),
    );
    const rows = await split(`${lines.join('\n')}\n`, 'rows.ndjson');
    const accepted = lines.filter((line) => line !== none);
    expect((await rows('accepted')).text === `${accepted.join('\n')}\n`).toBe(true);
    expect((await rows('repaired')).text === `${lines.join('\n')}\n`).toBe(true);
    const rejected = (await rows('rejected')).text.trimEnd().split('\n');
    expect(rejected).toHaveLength(lines.length - accepted.length);
    expect(JSON.parse(rejected.at(-1) ?? '')).toMatchObject({
      line: 14_998,
      row: JSON.parse(none),
    });
  }, 20_000);
});
