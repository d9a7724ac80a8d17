// Every contender: its name in the tables, its file in this folder.

export const PEERS = {
  'ajv, compiled': 'ajv.mjs',
  'ajv, standalone': 'ajv-standalone.mjs',
  'zod 4': 'zod.mjs',
  valibot: 'valibot.mjs',
  'typebox, compiled': 'typebox.mjs',
  arktype: 'arktype.mjs',
  '@cfworker/json-schema': 'cfworker.mjs',
  'by hand': '../made/by-hand.mjs',
};

export const OWN = 'auth-object';
export const FILES = { [OWN]: 'auth-object.mjs', ...PEERS };

/**
 * What a contender is prepared with.
 *
 * @param {string} needs as the contender exports it
 * @param {{ compact: object, schemas: object }} catalogue
 * @param {string} [only] the slug of one app
 */
export function inputOf(needs, catalogue, only) {
  const part = (all) => (only === undefined ? all : { [only]: all[only] });
  switch (needs) {
    case 'compact':
      return part(catalogue.compact);
    case 'schemas':
      return part(catalogue.schemas);
    case 'slugs':
      return Object.keys(catalogue.schemas);
    default:
      return undefined;
  }
}

/** Every peer, prepared. All of them find the app in the same way. */
export async function prepared(catalogue) {
  const made = [];
  for (const [name, file] of Object.entries(PEERS)) {
    const { needs, prepare } = await import(`./${file}`);
    const apps = prepare(inputOf(needs, catalogue));
    const checkRow = (row) => typeof row.slug === 'string' && (apps.get(row.slug)?.(row.auth_object) ?? false);
    made.push({ name, checkRow, checkText: (text) => checkParsed(text, checkRow) });
  }
  return made;
}

function checkParsed(text, checkRow) {
  let row;
  try {
    row = JSON.parse(text);
  } catch {
    return false;
  }
  return typeof row === 'object' && row !== null && checkRow(row);
}
