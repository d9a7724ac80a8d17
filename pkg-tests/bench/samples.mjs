// Values that fit their fields, as real ones do: else every other request would raise hints, which real ones seldom do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

/** The same values in every run. */
const SEED = 20_260_101;

/**
 * @param {object} compact as catalogue.mjs gives it
 * @param {string} folder of the schema files
 * @returns {object} slug → auth type → field → a made-up value; a field that anything fits has none
 */
export function samples(compact, folder) {
  const of = (slug) => JSON.parse(readFileSync(join(folder, `${slug}.json`), 'utf8')).auth;
  return mapped(compact, (_, slug) => mapped(of(slug), ({ fields }) => mapped(fields, sample)));
}

const mapped = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));

function sample({ formats, options, input, address }, name) {
  if (options) return options[0];
  // Made at run time: no text of the repository looks like a credential.
  if (formats) return fc.sample(fc.stringMatching(new RegExp(formats[0].pattern)), { seed: SEED, numRuns: 1 })[0];
  if (input === 'url' || address === 'url') return `https://fake-${name.replaceAll('_', '-')}.example.com/path`;
  if (address === 'host') return 'fake.example.com';
  if (address) return 'fake-acme';
  return undefined;
}
