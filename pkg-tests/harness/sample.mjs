// The requests that every environment checks, and the check of its answers.
import assert from 'node:assert/strict';
import { compare } from '../cases-tools/compare.mjs';
import { loadCases } from '../cases-tools/load-cases.mjs';
import { resolve } from '../cases-tools/values.mjs';

/** How many cases of each file are used; of the documented ones, all. */
const OF_A_FILE = 4;

/** How many differences a failure lists. */
const SHOWN = 10;

let chosen;

/** The documented cases, and some of every file that is not about a single app. */
function sample() {
  chosen ??= loadCases()
    .filter(({ file }) => !file.startsWith('apps/') && file !== 'context.json')
    .flatMap(({ file, cases }) => {
      const asked = cases.filter(({ request }) => request.bodyBase64 === undefined);
      return asked.slice(0, file === 'documented.json' ? asked.length : OF_A_FILE).map((one) => ({ file, ...one }));
    });
  return chosen;
}

/** The requests for common/answers.js. */
export function requests() {
  return sample().map(({ call, request, context }) => {
    const { headers, slug, body, bodyText, auth_object: authObject } = resolve(request);
    return {
      form: call === 'auth_object',
      headers,
      slug,
      body: bodyText ?? body,
      authObject,
      context: resolve(context ?? {}),
    };
  });
}

/**
 * Checks what common/answers.js returned.
 *
 * @param {string} text the JSON that the environment printed
 * @throws AssertionError that lists the cases with an unexpected verdict
 */
export function check(text) {
  let answers;
  try {
    answers = JSON.parse(text);
  } catch {
    assert.fail(`no JSON: ${text.slice(0, 2000)}`);
  }
  const cases = sample();
  assert.ok(answers.apps >= 205, `apps() lists ${answers.apps} apps`);
  if ('rows' in answers) assert.deepEqual(answers.rows, { unknown_app: 1 }, 'the row of common/rows.js');
  assert.equal(answers.verdicts.length, cases.length, 'a verdict for each request');
  const wrong = cases.flatMap(({ file, description, expect }, index) =>
    compare(expect, answers.verdicts[index]).map((line) => `${file}: ${description}: ${line}`),
  );
  assert.equal(wrong.length, 0, `${wrong.length} differences\n${wrong.slice(0, SHOWN).join('\n')}`);
}
