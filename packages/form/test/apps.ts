import { readdirSync, readFileSync } from 'node:fs';
import { rawApp } from '../scripts/raw-app.mjs';
import { deriveApp } from '../src/derive.js';
import { type AppFacts, addApp } from '../src/facts.js';
import { OVERRIDES } from '../src/overrides.js';

const schemas = new URL('../../../schemas/', import.meta.url);

export const slugs = readdirSync(schemas)
  .filter((file) => file.endsWith('.json') && file !== 'app.schema.json')
  .map((file) => file.slice(0, -5));

/** Imports an app, as `@auth-object/form/apps/SLUG` does. */
export function importApp(slug: string): AppFacts {
  return addApp(deriveApp(rawApp(JSON.parse(readFileSync(new URL(`${slug}.json`, schemas), 'utf8'))), OVERRIDES));
}
