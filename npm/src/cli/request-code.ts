/** A request to the migrate-token endpoint, written for those who send it. */

/** What is sent: placeholders. */
export interface RequestParts {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly slug: string;
  readonly authType: string;
  readonly fields: Readonly<Record<string, string>>;
}

const API_KEY = 'YOUR_API_KEY';
const ACCOUNT = 'YOUR_LINKED_ACCOUNT_ID';
const PATH = '/api/v2/public/migrate-token';

/** For a shell, as the endpoint's document shows it. */
export function curl({ baseUrl, slug, authType, fields }: RequestParts): string {
  const body = indented({ slug, auth_object: { [authType]: fields } }, 2);
  return [
    `curl -X PUT ${shellWord(baseUrl + PATH)} \\`,
    `  -H "x-api-key: ${API_KEY}" \\`,
    `  -H "linked_account_id: ${ACCOUNT}" \\`,
    '  -H "Content-Type: application/json" \\',
    `  -d '${body.replaceAll("'", "'\\''")}'`,
  ].join('\n');
}

/** For Node, Bun, Deno: a module. */
export function fetchCall({ baseUrl, slug, authType, fields }: RequestParts): string {
  return `const response = await fetch(${JSON.stringify(baseUrl + PATH)}, {
  method: "PUT",
  headers: {
    "x-api-key": "${API_KEY}",
    linked_account_id: "${ACCOUNT}",
    "Content-Type": "application/json",
  },
  body: JSON.stringify(${indented({ slug, auth_object: { [authType]: fields } }, 2)}),
});
const answer = await response.json();
// A refusal may have the status 200: then it has an "error".
if (!response.ok || answer.error) throw new Error(answer.error ?? answer.message);
console.log(answer.message);`;
}

/** For the service's own Node client, which sends the fields without an auth type. */
export function sdk({ slug, fields }: RequestParts): string {
  return `import Cobalt from "@cobaltio/cobalt";

const client = new Cobalt({ apiKey: "${API_KEY}" });
const answer = await client.migrateAuth(${indented({ linked_account_id: ACCOUNT, slug, auth_object: fields }, 0)});
// The client takes any 200 for a success; a refusal may have the status 200.
if (answer.error) throw new Error(answer.error);
console.log(answer.message);`;
}

function indented(value: unknown, spaces: number): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${' '.repeat(spaces)}`);
}

function shellWord(text: string): string {
  return /^[\w:/.%~-]+$/.test(text) ? `"${text}"` : `'${text.replaceAll("'", "'\\''")}'`;
}
