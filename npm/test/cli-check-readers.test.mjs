// The readers of `auth-object check`: wherever the chunks end, the rows are the same, and every row is found once.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';

/** The sources, which dist/cli.js holds in one file that offers nothing. */
const { rowsOf } = await sourceOf('read/rows.ts');

async function sourceOf(path) {
  const entry = fileURLToPath(new URL(`../src/cli/check/${path}`, import.meta.url));
  const options = { bundle: true, format: 'esm', platform: 'node', target: 'es2022', write: false, logLevel: 'error' };
  const banner = "import { createRequire } from 'node:module'; const require = createRequire('/');";
  const { outputFiles } = await build({ ...options, entryPoints: [entry], banner: { js: banner } });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** All rows as the judge and the split get them; the chunks' memory is used again, as a pool does. */
async function rowsIn(bytes, size, format) {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
  }
  const rows = await rowsOf(chunks(), 'input', format);
  const found = [];
  for await (const { rows: text, starts, faults, lineOf, sourceOf } of rows.blocks) {
    for (let row = 0; row + 1 < starts.length; row++) {
      found.push({
        line: lineOf(row),
        text: Buffer.from(text.subarray(starts[row], starts[row + 1])).toString('latin1'),
        source: Buffer.from(sourceOf(row)).toString('latin1'),
        fault: faults.get(row)?.help,
      });
    }
  }
  return { format: rows.format, header: Buffer.from(rows.header() ?? []).toString('latin1'), found };
}

/** What is told of an input that cannot be read. */
function unreadable(error) {
  if (error.name !== 'UnreadableError') throw error;
  return error.message;
}

/** Pieces that mean something to one format or another, in any order. */
const PIECES = [
  ...['\n', '\r\n', '\r', ',', ';', '"', '""', '"""', '[', ']', '{', '}', ':', '\\', ' ', '\t', '\0', 'a', '1'],
  ...['\u00e9', '\u{1f511}', '{"slug":"gmail"}', '"slug"', 'slug,a,b\n', '\n{', '"\n', ',\n', 'gmail,x,y\n', '\ufeff'],
];
const START = { ndjson: '{}\n', json: '[', csv: 'slug,"a",b\n' };

describe('any chunks give the same rows', () => {
  for (const [format, start] of Object.entries(START)) {
    test(format, async () => {
      const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 });
      const property = fc.asyncProperty(pieces, fc.integer({ min: 1, max: 9 }), async (parts, size) => {
        const bytes = Buffer.from(start + parts.join(''));
        const whole = await rowsIn(bytes, bytes.length, format).catch(unreadable);
        assert.deepEqual(await rowsIn(bytes, size, format).catch(unreadable), whole);
        if (typeof whole === 'object') verify(bytes.toString('latin1'), whole);
      });
      await fc.assert(property, { numRuns: 400 });
    });
  }
});

/** Every row stands in the source, behind the one before, in the line that it says. */
function verify(text, { format, header, found }) {
  let at = text.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  at += header.length;
  for (const { line, source, text: row, fault } of found) {
    if (source === '') continue;
    // The end of the last row is added.
    const exact = format === 'ndjson' && !text.includes(source, at) ? source.slice(0, -1) : source;
    const ending = text.includes('\n') || format !== 'csv' ? '\n' : '\r';
    const lineAt = (start) => text.slice(0, start).split(ending).length;
    let start = text.indexOf(exact, at);
    // What no row is told of may hold the same bytes.
    while (start >= 0 && lineAt(start) < line) start = text.indexOf(exact, start + 1);
    assert.ok(start >= 0 && lineAt(start) === line, `${JSON.stringify(exact)} in line ${line}`);
    assert.equal(row.indexOf('\n'), row.length - 1);
    assert.ok(fault === undefined || row === '\n');
    at = start + exact.length;
  }
}

test('the format is found in the first bytes, however they come', async () => {
  const cases = {
    ndjson: [
      '{"slug":"gmail"}\n',
      '\n\n{"slug":"gmail"',
      '{}',
      '',
      ' \n',
      '{"slug":"gm\n{"slug":"gmail"}\n',
      'x\n{}\n',
    ],
    json: ['[', ' \n[{}]', '{\n"slug": "gmail"\n}', '{"slug":"gmail",\n"auth_object":\n{}}', '{ "auth_object":\n{ } }'],
    csv: ['slug', 'slug,a\n', '\n"a";"slug"\r\n', '\ufeffa\tslug\n', 'Slug,auth_type\n'],
  };
  for (const [format, texts] of Object.entries(cases)) {
    for (const text of texts) {
      for (const size of [1, 2, 100]) {
        assert.equal((await rowsIn(Buffer.from(text), size)).format, format, JSON.stringify(text));
      }
    }
  }
});
