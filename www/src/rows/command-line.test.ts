import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkFile } from './check-file.ts';
import { exportRows } from './export-rows.ts';
import { utf8Of } from './utf8.ts';

const CLI = join(dirname(createRequire(import.meta.url).resolve('@auth-object/cli/package.json')), 'dist/main.js');

const CSV = [
  '\ufeffSlug;linked_account_id;Auth Type;api_token;email;\r\n',
  'copper;a;keybased;fake-token-1;fake@example.com;\r\n\r\n',
  'copper;;keybased;fake-token-2;\r\n',
  'copper;a;keybased; fake-token-3 ;fake@example.com\n;;;;\n\n',
  'gmial;d;oauth2;fake-token-4;\r',
  'copper;f;keybased;"fake-token\n',
  'slack;g;key_based;fake-token-5;fake@example.com;more\n',
  'copper;h;keybased;"Bearer ""fake""";fäke@example.com',
].join('');
const gmail = '{"slug":"gmail","linked_account_id":"a","auth_object":{"refresh_token":"1//fäke"}}';
const NDJSON = `${gmail}\r\n\n{"slug":"gmail"}\n{"slug":\n [1]\n${gmail}`;
const JSON_ROWS = `${gmail.replaceAll(',', ',\n')},\n {"slug":"gmail"} ${gmail}\n,,${gmail}`;

const FILES = {
  'rows.csv': CSV,
  'sep.csv': `sep=;\r\n${CSV.slice(1)}`,
  'header-only.csv': 'slug,api_token\n',
  'rows.csv.gz': gzipSync(CSV),
  'utf-16.csv': Buffer.from(CSV, 'utf16le'),
  'half-a-character.ndjson': Buffer.concat([Buffer.from(`\ufeff${NDJSON}`, 'utf16le'), Buffer.from('x')]),
  'rows.ndjson': NDJSON,
  'mark.ndjson': `\ufeff${NDJSON}`,
  'array.json': `[${JSON_ROWS}`,
  'concatenated.json': JSON_ROWS,
  'utf-16.json.gz': gzipSync(Buffer.from(`[${JSON_ROWS}]`, 'utf16le')),
};

describe('a file in the page and in the command line', () => {
  for (const [name, content] of Object.entries(FILES)) {
    it(`has the same counts and the same accepted rows: ${name}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'auth-object-'));
      const [path, accepted] = [join(folder, name), join(folder, 'accepted')];
      writeFileSync(path, content);
      const { stdout } = spawnSync(process.execPath, [
        CLI,
        'check',
        path,
        '--report',
        'json',
        '--strict',
        '--out-ok',
        accepted,
      ]);
      const report = JSON.parse(stdout.toString());
      const file = new Blob([content]);
      const summary = await checkFile({ file, name, readAs: {} });
      for (const count of ['total', 'accepted', 'rejected', 'likely'] as const) {
        expect([count, summary[count]]).toEqual([count, report[count]]);
      }
      const source = { name, text: await utf8Of(file, undefined), readAs: {} };
      const { blob } = await exportRows(source, 'accepted');
      expect(Buffer.from(await blob.arrayBuffer()).toString()).toBe(readFileSync(accepted, 'utf8'));
      rmSync(folder, { recursive: true });
    }, 20_000);
  }
});
