// The platform's documents as tests: their curl commands, and the answers that they show.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PKG_TESTS } from '../harness/paths.mjs';

const BASE = 'https://app.refold.ai';
const BLOCK = /^ {2}```(\w+) ([^\n]*?) theme=\{null\}\n([\s\S]*?)\n {2}```$/gm;

function blocks(name) {
  const text = readFileSync(join(PKG_TESTS, `endpoint/documents/${name}.md`), 'utf8');
  return [...text.matchAll(BLOCK)].map(([, language, title, code]) => ({ language, title, code }));
}

/** The curl commands, sent to `url`; each prints the body, a line end and the status. */
export function curlCommands(url) {
  return blocks('migrate-token')
    .filter(({ language }) => language === 'bash')
    .map(({ title, code }) => {
      if (!code.includes(BASE)) throw new Error(`${title}: no ${BASE}`);
      return { title, command: code.replace('curl ', 'curl -sS -w "\\n%{http_code}" ').replace(BASE, url) };
    });
}

/** The answers of a document: the status, and the body as `JSON.stringify` writes it. */
export function documentedAnswers(name) {
  return blocks(name)
    .filter(({ language }) => language.toLowerCase() === 'json')
    .map(({ title, code }) => {
      // The document's own 401 lacks a comma; its `app_name` stands for a name, which a slug is not.
      const text = code
        .replace('"Invalid Credentials"\n', '"Invalid Credentials",\n')
        .replace('application app_name.', 'application App Name.');
      return { status: Number.parseInt(title, 10), text: JSON.stringify(JSON.parse(text)) };
    });
}
