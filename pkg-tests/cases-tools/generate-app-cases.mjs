// Writes pkg-tests/cases/apps/SLUG.json: cases of every app and auth type, from schemas/ and the messages of the rules.
// The expectations come from the schema only, never from running the library.
//   node pkg-tests/cases-tools/generate-app-cases.mjs            writes the files
//   node pkg-tests/cases-tools/generate-app-cases.mjs --check    exits with 1 if a file would change
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { appCases } from './app-cases.mjs';
import { printCases } from './print.mjs';

const SCHEMAS = new URL('../../schemas/', import.meta.url);
const APPS = new URL('../cases/apps/', import.meta.url);

function generated() {
  const files = new Map();
  for (const name of readdirSync(SCHEMAS)
    .filter((file) => file.endsWith('.json') && file !== 'app.schema.json')
    .sort()) {
    const app = JSON.parse(readFileSync(new URL(name, SCHEMAS), 'utf8'));
    const head = {
      $schema: '../cases.schema.json',
      description: `${app.brand ?? app.name}. Generated from schemas/${name} by cases-tools/generate-app-cases.mjs: do not edit.`,
    };
    files.set(name, printCases({ ...head, cases: appCases(app) }, { compact: true }));
  }
  return files;
}

function present() {
  return existsSync(APPS) ? readdirSync(APPS).filter((file) => file.endsWith('.json')) : [];
}

function check(files) {
  const stale = [...files].filter(
    ([name, text]) => !existsSync(new URL(name, APPS)) || readFileSync(new URL(name, APPS), 'utf8') !== text,
  );
  const extra = present().filter((name) => !files.has(name));
  for (const name of [...stale.map(([name]) => name), ...extra])
    console.error(`cases/apps/${name} is not what would be written`);
  return stale.length + extra.length;
}

function write(files) {
  mkdirSync(APPS, { recursive: true });
  for (const name of present()) if (!files.has(name)) rmSync(new URL(name, APPS));
  for (const [name, text] of files) writeFileSync(new URL(name, APPS), text);
  console.log(`${files.size} files`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = generated();
  if (process.argv.includes('--check')) process.exitCode = check(files) === 0 ? 0 : 1;
  else write(files);
}
