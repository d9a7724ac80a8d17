import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diagnose } from '../check/diagnosis.ts';
import { curl, fetchCall, sdk, typescript } from '../copy/request-code.ts';
import { readPaste } from './read.ts';
import { tidy } from './tidy.ts';

const text = fc.string({
  unit: fc.oneof(fc.constantFrom(...`'"\\$\`^!{}[]:,@#&;|<>*? \n\t-`), fc.string({ minLength: 1, maxLength: 1 })),
  maxLength: 20,
});
const fields = fc.dictionary(
  text.filter((key) => key !== '__proto__'),
  text,
  { maxKeys: 4 },
);

it('what is copied can be pasted: the same request, with the place of each value', async () => {
  await fc.assert(
    fc.asyncProperty(fields, async (authObject) => {
      const parts = { baseUrl: 'https://example.com', apiKey: 'tk-fake', account: 'a', slug: 'gmail', authObject };
      for (const write of [curl, fetchCall, sdk, typescript]) {
        const source = write(parts);
        const pasted = await readPaste(source);
        if (pasted.kind !== 'request') throw new Error(`${source}\n${JSON.stringify(pasted)}`);
        expect(JSON.parse(pasted.body), source).toMatchObject({ slug: 'gmail', auth_object: authObject });
        expect(pasted.locate(['slug']), source).toBeDefined();
        diagnose(pasted, source);
      }
    }),
    { numRuns: 300 },
  );
});

it('reads anything without an exception', async () => {
  const start = fc.constantFrom('', 'curl ', "curl -d '", 'fetch(', '{', '[', 'slug,', 'axios.put(url, ');
  await fc.assert(
    fc.asyncProperty(start, fc.array(text, { maxLength: 6 }), async (first, rest) => {
      const source = first + rest.join(' ');
      const pasted = await readPaste(source);
      if (pasted.kind === 'request') diagnose(pasted, source);
    }),
    { numRuns: 1000 },
  );
});

it('tidies one long line, and keeps every token', () => {
  fc.assert(
    fc.property(fields, fc.bigInt({ min: 10n ** 20n, max: 10n ** 30n }), (object, number) => {
      const line = `{"slug":"a","n":${number},"auth_object":${JSON.stringify(object)},"pad":"${'x'.repeat(100)}"}`;
      expect(tidy(line).split('\n').length).toBeGreaterThan(3);
      expect(tidy(line)).toContain(String(number));
      expect(JSON.parse(tidy(line))).toEqual(JSON.parse(line));
    }),
  );
  for (const other of ['{"a":1}', 'curl x', '{\n}', `{${'x'.repeat(200)}`]) expect(tidy(other)).toBe(other);
});
