// The page marks a key that the path of its problem hides, escapes or cuts.
import { expect, test } from 'vitest';
import type { PastedRequest } from '../paste/pasted.ts';
import { readPaste } from '../paste/read.ts';
import { diagnose } from './diagnosis.ts';

const SECRET = ['fake', 'live', 'Zq7Xw2Rt9Lp4Ks8Vb3Nm6Hd1'].join('_');
const OTHER = ['fake', 'live', 'Hd1Nm6Vb3Ks8Lp4Rt9Xw2Zq7'].join('_');

/** The marked texts of the problems whose path ends so. */
async function marked(text: string, end = '[hidden]'): Promise<(string | undefined)[]> {
  const pasted = (await readPaste(text)) as PastedRequest;
  const { problems } = diagnose(pasted, text);
  expect(JSON.stringify(problems)).not.toMatch(/zq7xw2/i);
  return problems.flatMap(({ path, span }) =>
    String(path.at(-1)).endsWith(end) ? [span && text.slice(span.from, span.to)] : [],
  );
}

const body = (fields: object) => JSON.stringify({ slug: 'copper', auth_object: { keybased: fields } });

test('a hidden key of JSON, cURL and code', async () => {
  const json = body({ api_token: 'fake-token', email: 'fake@example.com', [SECRET]: 1 });
  for (const text of [json, `curl x -d '${json}'`, `fetch("x", { body: JSON.stringify(${json}) })`]) {
    const marks = await marked(text);
    expect(marks.length, text).toBeGreaterThan(0);
    for (const mark of marks) expect(mark, text).toContain(SECRET);
  }
});

test('a hidden key inside another one', async () => {
  const marks = await marked(JSON.stringify({ slug: 'copper', auth_object: { [SECRET]: { [OTHER]: 1 } } }));
  expect(marks.length).toBeGreaterThan(0);
  for (const mark of marks) expect(mark).toMatch(/fake_live/);
});

test('of several hidden keys, the object is marked', async () => {
  for (const mark of await marked(body({ [SECRET]: 1, [OTHER]: 2 }))) expect(mark).toBe('"keybased"');
});

test('of a hidden key and one that is called so, the object is marked', async () => {
  const marks = await marked(body({ '[hidden]': 'fake', [SECRET]: 'fake' }));
  expect(marks.length).toBeGreaterThan(1);
  for (const mark of marks) expect(mark).toBe('"keybased"');
  for (const mark of await marked(JSON.stringify({ '[hidden]': 'fake', [SECRET]: 'fake' }))) expect(mark).toBe('{');
});

test('four times as many hidden keys take about four times as long', async () => {
  const fastest = async (count: number) => {
    const keys = Array.from({ length: count }, (_, at) => [`Zq7Xw2Rt9L${String(at).padStart(6, '0')}`, 1]);
    const text = body(Object.fromEntries(keys));
    const pasted = (await readPaste(text)) as PastedRequest;
    const times = Array.from({ length: 30 }, () => {
      const before = performance.now();
      expect(diagnose(pasted, text).problems.length).toBeGreaterThanOrEqual(2 * count);
      return performance.now() - before;
    });
    return Math.min(...times);
  };
  // A key has two problems, and up to 100 are displayed.
  expect((await fastest(48)) / (await fastest(12))).toBeLessThan(8);
});

test('a key with an invisible character, and a long one', async () => {
  const long = 'name_of_a_field_'.repeat(8);
  const fields = { api_token: 'fake-token', 'email\u200b': 'fake@example.com', [long]: 'fake' };
  expect(await marked(body(fields), 'u200b')).toContain('"email\u200b":"fake@example.com"');
  expect(await marked(body(fields), '…')).toContain(`"${long}":"fake"`);
});
