import { curl, fetchCall, sdk, typescript } from '@auth-object/reference';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diagnose } from '../check/diagnosis.ts';
import { partsOf, rewrite } from '../check/rewrite.ts';
import { COPY_TARGETS } from '../copy/targets.ts';
import { readLink } from '../share/read-link.ts';
import { shareFragment } from '../share/write-link.ts';
import { asPlaceholders } from './expressions.ts';
import { readPaste } from './read.ts';
import { tidy } from './tidy.ts';

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...`'"\\$\`^!{}[]:,@#&;|<>*? \n\t-\u0003\u001b\u009b\u202e\u200b`),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
  maxLength: 20,
});
/** Names that every object inherits. */
const inherited = fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty');
const fields = fc.dictionary(fc.oneof({ weight: 5, arbitrary: text }, inherited), text, { maxKeys: 4 });

it('what is copied can be pasted: the same request, with the place of each value', async () => {
  await fc.assert(
    fc.asyncProperty(fields, async (authObject) => {
      const parts = { baseUrl: 'https://example.com', apiKey: 'tk-fake', account: 'a', slug: 'gmail', authObject };
      for (const write of [curl, fetchCall, sdk, typescript]) {
        const source = write(parts);
        const pasted = await readPaste(source);
        if (pasted.kind !== 'request') throw new Error(`${source}\n${JSON.stringify(pasted)}`);
        const { slug, auth_object } = JSON.parse(pasted.body);
        expect(JSON.stringify([slug, auth_object]), source).toBe(JSON.stringify(['gmail', authObject]));
        expect(source, 'nothing that a terminal or a reader would take for something else').toMatch(/^[\P{C}\n]*$/u);
        expect(pasted.locate(['slug']), source).toBeDefined();
        diagnose(pasted, source);
      }
    }),
    { numRuns: 300 },
  );
});

const piece = fc.oneof(
  text,
  fc.constantFrom(
    ...[
      '__proto__',
      'toString',
      '"slug":',
      '"copper"',
      '"auth_object":',
      '"keybased":',
      '" x "',
      '"headers":',
      '"body":',
    ],
    ...[
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '...',
      '=>',
      ' -d ',
      ' -H ',
      " $'",
      '\\u{41}',
      '\\ud800',
      '\ud800',
      'JSON.stringify(',
    ],
    ...['fetch(', 'const a = ', 'process.env.X', '1n', '/a/g', 'null', '??', 'as any', 'get ', 'async ', '`a`'],
  ),
);

it('reads, fixes, copies and shares anything without an exception', async () => {
  const start = fc.constantFrom(
    ...['', 'curl ', "curl -d '", 'curl -d "{', 'fetch(', '{', '[', 'slug,', 'axios.put(url, ', '{"headers":{"a":'],
    ...[
      '{"slug":"copper","auth_object":',
      'fetch("x",{body:JSON.stringify({slug:"copper",',
      'fetch("x",{headers:{"a":',
    ],
  );
  await fc.assert(
    fc.asyncProperty(start, fc.array(piece, { maxLength: 12 }), async (first, rest) => {
      const source = tidy(first + rest.join(''));
      const pasted = await readPaste(source);
      if (pasted.kind !== 'request') return;
      const diagnosis = diagnose(pasted, source);
      rewrite(pasted, diagnosis.fixes);
      for (const { write } of COPY_TARGETS) asPlaceholders(write(partsOf(pasted)), pasted.expressions);
      readLink(shareFragment(pasted, diagnosis));
    }),
    { numRuns: 2000 },
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
