// The functions that ajv compiled ahead of time; made-ahead.mjs writes the file.
import { all } from '../made/ajv-standalone.mjs';

export const needs = 'slugs';

export function prepare(slugs) {
  return new Map(slugs.map((slug, index) => [slug, all[index]]));
}
