// A catalogue of any size: the real apps, then copies of them with other names.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WORDS = ['alpha', 'brick', 'cloud', 'delta', 'ember', 'field', 'grove', 'haven', 'inlet', 'jetty', 'knoll'];

/**
 * Writes more schema files until there are `count`. A copy keeps the fields that apps share; those that only one app
 * has get another name and label, so that the catalogue gains words as fast as the real one.
 *
 * @param {string} folder with the real schemas
 * @param {number} count
 */
export function growSchemas(folder, count) {
  const files = readdirSync(folder).filter((name) => name !== 'app.schema.json' && name.endsWith('.json'));
  const originals = files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const users = new Map();
  for (const { slug, auth } of originals) {
    for (const { fields } of Object.values(auth)) {
      for (const name of Object.keys(fields)) users.set(name, (users.get(name) ?? new Set()).add(slug));
    }
  }
  const isOwn = (name) => users.get(name).size === 1;
  for (let number = originals.length; number < count; number++) {
    const original = originals[number % originals.length];
    const copy = copyOf(original, Math.floor(number / originals.length), isOwn);
    writeFileSync(join(folder, `${copy.slug}.json`), `${JSON.stringify(copy, null, 2)}\n`);
  }
}

function copyOf(original, round, isOwn) {
  const words = [];
  for (let rest = round; rest > 0; rest = Math.floor(rest / WORDS.length)) words.push(WORDS[rest % WORDS.length]);
  const own = words.join('_');
  const renamed = (name) => (isOwn(name) ? `${own}_${name}` : name);
  // A host names fields. No build contains it.
  const auth = Object.entries(original.auth).map(([authType, { any_of, fields, host: __, ...rest }]) => {
    const entries = Object.entries(fields).map(([name, { replaced_by: newer, ...field }]) => [
      renamed(name),
      newer === undefined ? field : { ...field, replaced_by: renamed(newer) },
    ]);
    const sets = any_of?.map((set) => ({
      ...set,
      fields: set.fields.map(renamed),
      ...(set.optional && { optional: set.optional.map(renamed) }),
    }));
    return [authType, { ...rest, ...(sets && { any_of: sets }), fields: Object.fromEntries(entries) }];
  });
  const { aliases: _, ...kept } = original;
  const title = own.replaceAll('_', ' ').replace(/\b./g, (letter) => letter.toUpperCase());
  return {
    ...kept,
    slug: `${own}_${original.slug}`,
    name: `${title} ${original.name}`,
    auth: Object.fromEntries(auth),
  };
}
