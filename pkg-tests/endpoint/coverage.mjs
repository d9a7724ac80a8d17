// Compares the answers of a run with the texts of all answers: the table of docs/endpoint.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { PACKAGES, ROOT } from '../harness/paths.mjs';

const API = '/api/v2/public';
const MIGRATE = `PUT ${API}/migrate-token`;
const ANY = 'any other path';
const OTHER_METHOD = 'any other method';

/** The routes; the first that matches counts. */
const ROUTES = [
  [MIGRATE, /^PUT \/api\/v2\/public\/migrate-token(\/[^/]*)?\/?$/],
  [`GET ${API}/auth-structure/{slug}`, /^GET \/api\/v2\/public\/auth-structure\/[^/]+$/],
  [`POST ${API}/linked-account`, /^POST \/api\/v2\/public\/linked-account(\/[^/]+)?$/],
  [`PUT ${API}/linked-account`, /^PUT \/api\/v2\/public\/linked-account(\/[^/]+)?$/],
  [`GET ${API}/linked-account`, /^GET \/api\/v2\/public\/linked-account$/],
  [`GET ${API}/linked-account/{id}`, /^GET \/api\/v2\/public\/linked-account\/[^/]+$/],
  [`DELETE ${API}/linked-account/{id}`, /^DELETE \/api\/v2\/public\/linked-account\/[^/]+$/],
  [
    `PUT ${API}/linked-account/integration/save-key-credentials/{slug}`,
    /^PUT \/api\/v2\/public\/linked-account\/integration\/save-key-credentials\/[^/]+$/,
  ],
  [`GET ${API}/application`, /^GET \/api\/v2\/public\/application$/],
  [`GET ${API}/application/{slug}`, /^GET \/api\/v2\/public\/application\/[^/]+$/],
  ['GET /_local/health', /^GET \/_local\/health$/],
  ['POST /_local/reset', /^POST \/_local\/reset$/],
];

/** The names of each text's arguments in the table. */
const ARGUMENTS = {
  linked_account_exists: ['UUID', 'ID', 'ENV'],
  linked_account_not_found: ['UUID', 'ID', 'ENV', 'ORG'],
  application_not_found: ['SLUG', 'ORG'],
  schema_not_found: ['SLUG'],
  method_not_allowed: ['UUID', 'METHODS'],
  payload_too_large: ['UUID', 'BYTES'],
};

/** Answers of 200 with data, described. */
const DATA = [
  {
    shown: '`{}` for a custom app',
    documentedFor: `GET ${API}/auth-structure/{slug}`,
    is: (body) => keysOf(body) === '',
  },
  {
    shown: '`{AUTH_TYPE: {FIELD: "string" or {type, required}}}`',
    documentedFor: `GET ${API}/auth-structure/{slug}`,
    is: (body) =>
      keysOf(body)
        .split(',')
        .every((key) => key === 'oauth2' || key === 'keybased'),
  },
  {
    shown: '`{_id, account_id, name, environment, integrations}`',
    documentedFor: `POST ${API}/linked-account PUT ${API}/linked-account`,
    is: (body) => keysOf(body) === ACCOUNT,
  },
  { shown: 'an array of linked accounts', is: (body) => body.length === 0 || keysOf(body[0] ?? {}) === ACCOUNT },
  {
    shown:
      '`{name, icon, description, auth_type, type, app_id, tags, slug, auth_type_options, auth_input_map, connected, connected_accounts, reauth_required}`',
    documentedFor: `GET ${API}/application/{slug}`,
    is: (body) => keysOf(body) === APPLICATION,
  },
  { shown: 'an array of applications', is: (body) => keysOf(body[0] ?? {}) === APPLICATION },
];

const ACCOUNT = '_id,account_id,name,environment,integrations';
const APPLICATION =
  'name,icon,description,auth_type,type,app_id,tags,slug,auth_type_options,auth_input_map,connected,connected_accounts,reauth_required';

/** The keys of an object; for an array, a string that no object has. */
const keysOf = (body) => (Array.isArray(body) ? '[]' : Object.keys(body).join(','));

/** Keeps the answers of a run. */
export class Coverage {
  #seen = new Map();

  /** @param {string} by what sent the request, for the table */
  record(by, method, path, status, text) {
    const { pathname } = new URL(path, 'http://localhost');
    const asked = `${method} ${pathname}`;
    const route = status === 404 && text.includes('Route not found') ? ANY : (routeOf(asked) ?? OTHER_METHOD);
    const key = JSON.stringify([route, status, text]);
    const kept = this.#seen.get(key) ?? { route, status, text, by: new Set() };
    this.#seen.set(key, kept);
    kept.by.add(by);
  }

  /**
   * The table as Markdown, and what is wrong with the run: answers with an unknown text, and texts that were not
   * answered.
   */
  async table() {
    const texts = [...rules(), ...(await ownTexts())];
    const rows = new Map();
    const wrong = [];
    for (const { route, status, text, by } of this.#seen.values()) {
      const known = find(texts, route, status, text);
      if (known === undefined) {
        wrong.push(`unknown text: ${route} ${status} ${text.slice(0, 300)}`);
        continue;
      }
      known.used = true;
      const row = rows.get(`${route} ${known.shown}`) ?? { ...known, route, status, by: new Set() };
      rows.set(`${route} ${known.shown}`, row);
      for (const one of by) row.by.add(one);
    }
    const unused = texts.filter(({ used, optional }) => !used && !optional);
    wrong.push(...unused.map(({ code }) => `not answered: ${code}`));
    return { markdown: markdown([...rows.values()]), wrong };
  }
}

function routeOf(asked) {
  return ROUTES.find(([, pattern]) => pattern.test(asked))?.[0];
}

function find(texts, route, status, text) {
  const body = JSON.parse(text === '' ? 'null' : text);
  const fits = texts.filter((one) => one.status === status && one.pattern.test(text));
  // For migrate-token, the rules' texts come first; for other routes, their own.
  const known = fits.find((one) => (one.rule !== undefined) === (route === MIGRATE)) ?? fits[0];
  if (known !== undefined) return Object.assign(known, view(known, route));
  const data = status === 200 && body !== null ? DATA.find((one) => one.is(body)) : undefined;
  return data && { ...data, ...view(data, route), rank: 0 };
}

/** The basis depends on the route: the same text is documented for one and a sibling's for another. */
function view({ code, documentedFor, ruleBasis }, route) {
  if (route.includes(' /_local/')) return { basis: 'ours alone' };
  // The document of that route shows this 500.
  if (code === 'verification_failed' && route.includes('/save-key-credentials/')) return { basis: 'documented' };
  if (ruleBasis !== undefined) return { basis: route === MIGRATE || ruleBasis === 'inferred' ? ruleBasis : 'sibling' };
  if (documentedFor === undefined) return { basis: 'inferred' };
  return { basis: documentedFor.split(/ (?=[A-Z]+ \/)/).includes(route) ? 'documented' : 'sibling' };
}

/** A pattern for a text in which some words are placeholders. */
function patternOf(text, words) {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${words.reduce((all, word) => all.replaceAll(word, '[^]*'), escaped)}$`);
}

/** The rules' texts, from docs/rules.md. */
function rules() {
  const page = readFileSync(join(ROOT, 'docs/rules.md'), 'utf8');
  const accepted = ['Token migrated successfully', 'Integration - SLUG created', 'Integration - SLUG updated'];
  const found = [...page.matchAll(/^\| (\d+) \| \[`(\w+)`\]\(.*?\) \| (\d+) \| (\w+) \|/gm)].map(
    ([, number, code, status, basis]) => {
      const [, shown] = page.match(new RegExp(`^## ${code}\n[^]*?^> (.*)$`, 'm'));
      const words = shown.match(/\b[A-Z][A-Z_]+\b/g)?.filter((word) => word !== 'API') ?? [];
      const message = patternOf(`"${shown}"`, words).source.slice(1, -1);
      const pattern = new RegExp(`"(message|error)":${message}(,"request_id":"[^"]*")?}$`);
      return {
        code,
        rule: code,
        status: Number(status),
        shown: `\`${shown}\``,
        ruleBasis: basis,
        pattern,
        rank: Number(number),
      };
    },
  );
  if (found.length !== 13) throw new Error(`docs/rules.md: ${found.length} rules`);
  const all = accepted.map((shown) => {
    const pattern = patternOf(JSON.stringify({ success: true, message: shown }), ['SLUG']);
    return {
      code: shown,
      rule: 'accepted',
      status: 200,
      shown: `\`${shown}\``,
      ruleBasis: 'documented',
      pattern,
      rank: 0,
    };
  });
  return [...all, ...found];
}

/** The texts of packages/endpoint/src/http/answers.ts. */
async function ownTexts() {
  const entry = join(PACKAGES, 'endpoint/src/http/answers.ts');
  const { outputFiles } = await build({ entryPoints: [entry], write: false, format: 'esm', logLevel: 'warning' });
  const { ANSWERS } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return Object.entries(ANSWERS).map(([code, { status, documentedFor, body }]) => {
    const names = ARGUMENTS[code] ?? ['UUID'].slice(0, body.length);
    if (names.length !== body.length) throw new Error(`coverage.mjs: name the arguments of ${code}`);
    const example = body(...names);
    const shown = example.message ?? JSON.stringify(example);
    const pattern = patternOf(JSON.stringify(example), names);
    return { code, status, shown: `\`${shown}\``, documentedFor, pattern, rank: 20 };
  });
}

const ENVELOPE_ORDER = [...ROUTES.map(([name]) => name), OTHER_METHOD, ANY];

function markdown(rows) {
  const place = ({ route }) => ENVELOPE_ORDER.indexOf(route);
  const sorted = rows.sort(
    (a, b) => place(a) - place(b) || a.status - b.status || a.rank - b.rank || (a.shown < b.shown ? -1 : 1),
  );
  const lines = sorted.map(
    ({ route, status, shown, basis, by }) =>
      `| \`${route}\` | ${status} | ${shown.replaceAll('|', '\\|')} | ${basis} | ${[...by].sort().join(', ')} |`,
  );
  return ['| route | status | text | basis | covered by |', '|---|---|---|---|---|', ...lines].join('\n');
}
