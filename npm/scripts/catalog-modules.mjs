// What only the command line tells of the catalogue, read off where it stands: no browser should pay for it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The modules `auth-object:sources` and `auth-object:app-types`, for esbuild.
 *
 * @param {string} npm the folder of the package
 */
export const catalogModules = (npm) => ({
  name: 'catalog-modules',
  setup({ onResolve, onLoad }) {
    const texts = catalogTexts(npm);
    const filter = /^auth-object:(sources|app-types)$/;
    onResolve({ filter }, ({ path }) => ({ path, namespace: 'catalog' }));
    onLoad({ filter, namespace: 'catalog' }, ({ path }) => ({ contents: texts[path]() }));
  },
});

/**
 * The text of each module by its name, for any bundler.
 *
 * @param {string} npm the folder of the package
 * @returns {Record<string, () => string>}
 */
export function catalogTexts(npm) {
  const schemas = join(npm, '../schemas');
  return {
    'auth-object:sources': () => `export default ${JSON.stringify(sources(schemas))}`,
    'auth-object:app-types': () => {
      const { apps, helpers } = appTypes(readFileSync(join(npm, 'src/generated/catalog.ts'), 'utf8'));
      const missing = Object.keys(sources(schemas)).find((slug) => !(slug in apps));
      if (missing !== undefined) throw new Error(`There is no type for ${missing}: is generated/catalog.ts stale?`);
      return `export const apps = ${JSON.stringify(apps)}; export const helpers = ${JSON.stringify(helpers)};`;
    },
  };
}

function sources(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'app.schema.json');
  const schemas = files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return Object.fromEntries(schemas.map(({ slug, sources }) => [slug, sources]));
}

/** The declarations before the interface of all apps, and the interface's members. */
function appTypes(text) {
  const [head, catalog] = text.split(/(?=^\/\*\* The fields of every app)/m);
  const helpers = {};
  for (const block of head.trim().split('\n\n')) {
    const name = /^(?:type|interface) (\w+)/m.exec(block)?.[1];
    if (name !== undefined) helpers[name] = block;
  }
  const apps = {};
  const member = /^ {2}(?<comment>\/\*\* .* \*\/)\n {2}'?(?<slug>[^':]+)'?: (?<body>\{[\s\S]*?^ {2}\});$/gm;
  for (const { groups } of catalog.matchAll(member)) {
    apps[groups.slug] = { comment: groups.comment, body: groups.body.replace(/^ {2}/gm, '') };
  }
  return { apps, helpers };
}
