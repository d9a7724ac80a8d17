// Builds dist/: the modules and their types by tsc, then one module an app from schemas/.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rawApp } from './raw-app.mjs';

const folder = fileURLToPath(new URL('..', import.meta.url));
const schemas = join(folder, '../../schemas');
const dist = join(folder, 'dist');

rmSync(dist, { recursive: true, force: true });
execFileSync('tsc', ['--project', folder], { stdio: 'inherit' });

const load = (name) => import(pathToFileURL(join(dist, name)));
const [{ deriveApp }, { OVERRIDES }] = await Promise.all([load('derive.js'), load('overrides.js')]);
const apps = join(dist, 'apps');
mkdirSync(apps);
writeFileSync(
  join(apps, 'app.d.ts'),
  "import type { AppFacts } from '../facts.js';\n/** What a form needs to know of the app. */\ndeclare const app: AppFacts;\nexport default app;\n",
);
for (const name of readdirSync(schemas).filter((file) => file.endsWith('.json') && file !== 'app.schema.json')) {
  const facts = deriveApp(rawApp(JSON.parse(readFileSync(join(schemas, name), 'utf8'))), OVERRIDES);
  writeFileSync(
    join(apps, name.replace(/json$/, 'js')),
    `import { addApp } from '../facts.js';\nexport default addApp(${JSON.stringify(facts)});\n`,
  );
}
