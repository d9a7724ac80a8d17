// A file, written by somebody who wants to mislead the reader, to run a formula or to stop the page.
import { describe, expect, it } from 'vitest';
import { checkFile } from './check-file.ts';
import { exportRows } from './export-rows.ts';
import type { Summary } from './summary.ts';

const SECRET = ['fake', 'live', 'Zq7Xw2Rt9Lp4Ks8Vb3Nm6Hd1'].join('_');
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

function check(text: string, name = 'rows.csv'): Promise<Summary> {
  return checkFile({ file: new Blob([text]), name, readAs: {} });
}

async function rejected(text: string, name = 'rows.csv') {
  const exported = await exportRows({ name, text: new Blob([text]), readAs: {} }, 'rejected');
  return { name: exported.name, text: await exported.blob.text() };
}

/** All that the page shows of a file. */
function shown({ causes, notes, stopped }: Summary): string {
  return JSON.stringify([causes, notes, stopped]);
}

const ndjson = (...rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

describe('names', () => {
  it('that mislead a reader are escaped', async () => {
    const evil = 'a\u202eb\u001b[2J\u200b';
    const summary = await check(
      ndjson(
        { slug: evil, linked_account_id: 'a', auth_object: { a: 'b' } },
        { slug: 'copper', linked_account_id: 'b', auth_object: { keybased: { [evil]: 1, api_token: ' fake' } } },
      ),
      'rows.ndjson',
    );
    expect(summary.causes.map(({ slug }) => slug)).toContain(String.raw`a\u202eb\u001b[2J\u200b`);
    expect(shown(summary)).not.toMatch(/[\u202e\u200b]|\\u001b\[2J"(?!,)|[^\\]\\u001b/);
  });

  it('that may be secrets are hidden: slugs, fields, columns', async () => {
    for (const text of [
      ndjson(
        { slug: SECRET, auth_object: { a: 'b' } },
        { slug: 'copper', auth_object: { keybased: { [SECRET]: ' a ' } } },
      ),
      `slug,linked_account_id,api_token,email,${SECRET}\n${SECRET},a,b,c,d\ncopper,a,b,fake@example.com,d\n`,
      `slug,auth_object\ncopper,"{""${SECRET}"":{""${SECRET}"":1}}"\n`,
    ]) {
      const summary = await check(text);
      expect(summary.rejected).toBeGreaterThan(0);
      expect(shown(summary)).not.toContain(SECRET);
    }
  });

  it('that every object inherits are names like others', async () => {
    for (const name of INHERITED) {
      const row = { slug: name, linked_account_id: name, auth_object: { [name]: { [name]: 'fake' } } };
      const json = await check(ndjson(row), 'rows.ndjson');
      expect(json.causes.map(({ code, slug }) => [code, slug])).toEqual([['unknown_app', name]]);
      const csv = await check(
        `slug,linked_account_id,${name},api_token,email\ncopper,${name},a,fake,fake@example.com\n`,
      );
      expect(csv.causes.map(({ help }) => help)).toEqual([expect.stringContaining(`has no field "${name}"`)]);
      expect(({} as Record<string, unknown>).fake).toBeUndefined();
    }
  });

  it('of files are safe to save', async () => {
    const text = 'slug,api_token\ncopper,fake\n';
    expect((await rejected(text, 'invoice\u202evsc.exe\n.csv')).name).toBe('invoice_u202evsc.exe_u000a.rejected.csv');
    expect((await rejected(text, '\u001b[2J.csv.gz')).name).toBe('_u001b[2J.rejected.csv');
    expect((await rejected(text, '.csv')).name).toBe('rows.rejected.csv');
    const name = 'داده\u200cها 👩\u200d💻';
    expect((await rejected(text, `${name}.csv`)).name).toBe(`${name}.rejected.csv`);
  });
});

describe('formulas', () => {
  const ROWS = `slug,linked_account_id,auth_object\n=1+1,=cmd(),"{""=A1"":5}"\ncopper,@a,"{""keybased"":{""=A1"":5,""-b"":5}}"\n`;

  it('stay in the cells of the rows, byte for byte', async () => {
    const { text } = await rejected(ROWS);
    for (const row of ROWS.trimEnd().split('\n').slice(1)) expect(text).toContain(`${row}\n`);
  });

  it('are not in the cells that the page adds', async () => {
    for (const name of ['=A1', '+A1', '-A1', '@A1', '\tA1', '\rA1']) {
      const object = JSON.stringify({ keybased: { api_token: 'fake', email: 'fake@example.com', [name]: 5 } });
      const row = `copper,a,"${object.replaceAll('"', '""')}"\n`;
      const { text } = await rejected(`slug,linked_account_id,auth_object\n${row}`);
      expect(text).toContain(row);
      const [, help] = /\n2,"?(.)/.exec(text) ?? [];
      expect(help, text).toMatch(/[^=+\-@\t\r]/);
    }
  });

  it('the file with reasons can be checked again, also twice', async () => {
    const again = await rejected(ROWS);
    const twice = await rejected(again.text);
    expect(twice.text.replaceAll(/^[23],/gm, '')).toBe(again.text.replaceAll(/^[23],/gm, ''));
    for (const { text } of [again, twice]) {
      const { causes } = await check(text);
      expect(causes.map(({ help }) => help)).toEqual((await check(ROWS)).causes.map(({ help }) => help));
    }
  });
});

describe('rows beyond a limit', () => {
  it('are rejected, and the next ones are checked', async () => {
    const good = '{"slug":"gmail","linked_account_id":"a","auth_object":{"refresh_token":"fake-1"}}\n';
    const long = `{"slug":"${'x'.repeat(17 << 20)}"}\n`;
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}\n`;
    const summary = await check(good + long + deep + good, 'rows.ndjson');
    expect(summary).toMatchObject({ total: 4, accepted: 2, rejected: 2 });
    expect(shown(summary).length).toBeLessThan(2000);
    const wide = await check(`slug,api_token\n${','.repeat(20_000)}\n${good}`, 'rows.csv');
    expect(wide.rejected).toBe(2);
    expect(shown(wide).length).toBeLessThan(2000);
  });

  it('a long name is cut', async () => {
    const name = 'x'.repeat(1 << 20);
    const summary = await check(
      ndjson({ slug: name, auth_object: {} }, { slug: 'copper', auth_object: { keybased: { [name]: 1 } } }),
      'rows.ndjson',
    );
    expect(shown(summary).length).toBeLessThan(3000);
  });
});
