/** Code that sends a request to the migrate-token endpoint. Characters that could mislead a reader or a terminal are escaped. */
import { printable, printableLines } from './printable.ts';

/** The parts of a request. */
export interface RequestParts {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly account: string;
  readonly slug: string;
  readonly authObject: unknown;
}

/** Placeholders, as in the documentation of the endpoint. */
export const API_KEY = 'YOUR_API_KEY';
export const ACCOUNT = 'YOUR_LINKED_ACCOUNT_ID';
const PATH = '/api/v2/public/migrate-token';

/** A curl command, as in the documentation of the endpoint. */
export function curl({ baseUrl, apiKey, account, slug, authObject }: RequestParts): string {
  const body = indented({ slug, auth_object: authObject }, 2);
  return [
    `curl -X PUT ${shellQuoted(baseUrl + PATH)} \\`,
    `  -H ${shellQuoted(`x-api-key: ${apiKey}`)} \\`,
    `  -H ${shellQuoted(`linked_account_id: ${account}`)} \\`,
    '  -H "Content-Type: application/json" \\',
    `  -d '${body.replaceAll("'", "'\\''")}'`,
  ].join('\n');
}

/** A JavaScript module for Node, Bun and Deno. */
export function fetchCall({ baseUrl, apiKey, account, slug, authObject }: RequestParts): string {
  return `const response = await fetch(${quoted(baseUrl + PATH)}, {
  method: "PUT",
  headers: {
    "x-api-key": ${quoted(apiKey)},
    linked_account_id: ${quoted(account)},
    "Content-Type": "application/json",
  },
  body: JSON.stringify(${literal({ slug, auth_object: authObject }, 2)}),
});
const answer = await response.json();
// A rejected request may have the status 200: then it has an "error".
if (!response.ok || answer.error) throw new Error(answer.error ?? answer.message);
console.log(answer.message);`;
}

/** The same in TypeScript: a misspelt field does not compile. */
export function typescript({ baseUrl, apiKey, account, slug, authObject }: RequestParts): string {
  return `import type { AuthObject } from "auth-object";

const authObject: AuthObject<${quoted(slug)}> = ${literal(authObject, 0)};

const response = await fetch(${quoted(baseUrl + PATH)}, {
  method: "PUT",
  headers: {
    "x-api-key": ${quoted(apiKey)},
    linked_account_id: ${quoted(account)},
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ slug: ${quoted(slug)}, auth_object: authObject }),
});
const answer = (await response.json()) as { error?: string; message: string };
// A rejected request may have the status 200: then it has an "error".
if (!response.ok || answer.error) throw new Error(answer.error ?? answer.message);
console.log(answer.message);`;
}

/** JavaScript for the service's own Node client, whose documentation shows the fields without an auth type. */
export function sdk({ apiKey, account, slug, authObject }: RequestParts): string {
  return `import Cobalt from "@cobaltio/cobalt";

const client = new Cobalt({ apiKey: ${quoted(apiKey)} });
const answer = await client.migrateAuth(${literal({ linked_account_id: account, slug, auth_object: authObject }, 0)});
// The client takes every 200 for a success, but a rejected request may have the status 200.
if (answer.error) throw new Error(answer.error);
console.log(answer.message);`;
}

function indented(value: unknown, spaces: number): string {
  return printableLines(JSON.stringify(value, undefined, 2) ?? 'undefined').replaceAll('\n', `\n${' '.repeat(spaces)}`);
}

function literal(value: unknown, spaces: number): string {
  return withProtoMembers(indented(value, spaces));
}

/** Indented JSON as JavaScript. There, `"__proto__": x` sets the prototype, and `["__proto__"]: x` is a member. */
export function withProtoMembers(json: string): string {
  return json.replace(/^( *)"__proto__":/gm, '$1["__proto__"]:');
}

/** A string of JavaScript. */
function quoted(text: string): string {
  return printableLines(JSON.stringify(text));
}

/**
 * In double quotes, as in the documentation, if no character has a meaning for a shell. In a terminal, a pasted control
 * character is a key: Ctrl-C ends the command, and what follows is the next one. So it is written as `\u0003` in `$'…'`.
 */
function shellQuoted(text: string): string {
  if (/^[\w:/.%~@ -]+$/.test(text)) return `"${text}"`;
  if (printable(text) === text) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = text.replace(/[\\']/g, '\\$&').replace(ASTRAL_FORMAT, longEscape);
  return `$'${printable(escaped)}'`;
}

const ASTRAL_FORMAT = /(?=[\u{10000}-\u{10ffff}])\p{Cf}/gu;

/** Bash would write each half of a surrogate pair as a character of its own. */
function longEscape(character: string): string {
  return `\\U${character.codePointAt(0)?.toString(16).padStart(8, '0')}`;
}
