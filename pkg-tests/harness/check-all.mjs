// Checks that an environment ran every case and passed.
import assert from 'node:assert/strict';
import { loadCases } from '../cases-tools/load-cases.mjs';

/** How many differences a failure lists. */
const SHOWN = 10;

/** @param {string} text the JSON of what all-cases.mjs found */
export function checkAll(text) {
  const { cases, differences } = JSON.parse(text);
  assert.equal(
    cases,
    loadCases().reduce((sum, file) => sum + file.cases.length, 0),
    'number of cases',
  );
  assert.equal(differences.length, 0, `${differences.length} differences\n${differences.slice(0, SHOWN).join('\n')}`);
}
