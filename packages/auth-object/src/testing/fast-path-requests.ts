// Random requests of every app, accepted or nearly so, to compare the fast path with the instance.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { random, samples, schemasOf } from './shared-cases.ts';
import type { Untyped } from './untyped.ts';
import { checkAuthObject, checkRequest, registerApp } from './untyped.ts';

const schemas = schemasOf(fileURLToPath(new URL('../../../../schemas/', import.meta.url)));
const valuesOf = samples(schemas);

/** Apps as a caller registers them: by a name of the catalogue or a new one, with field names that are odd as well. */
const REGISTERED = {
  fresh_app: {
    oauth2: { access_token: 'string', refresh_token: 'string' },
    keybased: { my_secret_key_2024_long: 'string' },
  },
  ['__proto__']: { keybased: { __token__: 'string', toJSON: { type: 'string', required: false } } },
  stripe: { keybased: { constructor: { type: 'string', required: false }, api_key: 'string' } },
};
for (const slug of Object.keys(REGISTERED)) registerApp(slug, REGISTERED[slug]);
for (const [slug, auth] of Object.entries(REGISTERED)) {
  const types = Object.entries(auth).map(([name, fields]) => [
    name,
    {
      fields: Object.fromEntries(
        Object.entries<Untyped>(fields).map(([field, type]) => [field, { required: type.required ?? true }]),
      ),
    },
  ]);
  schemas.push({ slug, auth: Object.fromEntries(types) });
}

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** Starts and ends that raise hints, or nearly do. */
const STARTS = [
  'your',
  'YOUR-',
  'Insert_',
  'enter',
  'put',
  'example',
  'sample',
  'process.env.',
  'eyJ',
  'sk_live_',
  'xoxb-',
  'pat',
  'Bearer ',
  '"',
  ' ',
  '-',
  '.',
  '_',
  'https://',
  'U2FsdGVkX1',
  'gAAAAA',
  'AKIA',
  'ghp_',
  'shpat_',
  'EAA',
  '\u200b',
  '\ufeff',
  '{',
  '\ud800',
];
const ENDS = [
  'here',
  'HERE',
  'redacted',
  'x',
  'X',
  '.',
  '-',
  '_',
  '...',
  '"',
  ' ',
  '\n',
  '.myshopify.com',
  '/',
  '=',
  '==',
  '@acme.example.com',
  '\udc00',
  'ä',
];
/** Text inside of a value, which is lost if its end is. */
const MIDDLES = ['\u200b', '\u00a0', '😀', 'ä', '\u0000', '\n', '\ud83d', ' ', '"', '\\'];
const WORDS = [
  '',
  ' ',
  '\u00a0',
  '\u200b',
  'todo',
  'changeme',
  'null',
  'undefined',
  'REDACTED',
  'xxxxxxxxxxxxxxxxxxxx1',
  '00000000-0000-0000-0000-000000000000',
  '1234567890123456',
  'aaaaaaaaaaaaaaaa1',
  'process.env.API_KEY_1',
  'test',
  '********',
  '<token>',
  '{"a":1}',
];

export class Requests {
  readonly next: () => number;

  constructor(seed) {
    this.next = random(seed);
  }

  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  chance(share) {
    return this.next() < share;
  }

  token(length) {
    return Array.from({ length }, () => this.pick(ALPHANUMERIC)).join('');
  }

  value(slug, authType, name) {
    const fields = valuesOf[slug]?.[authType] ?? {};
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const base = known && this.chance(0.8) ? this.pick(known) : this.token(Math.floor(this.next() * 40));
    if (this.chance(0.85)) return base;
    if (this.chance(0.2)) return this.pick(WORDS);
    if (this.chance(0.2)) {
      const place = Math.floor(this.next() * (base.length + 1));
      const inside = this.chance(0.5) ? this.pick(MIDDLES) : this.pick(MIDDLES) + this.pick(MIDDLES);
      return base.slice(0, place) + inside + base.slice(place);
    }
    if (this.chance(0.2))
      return this.pick([name, name.toUpperCase().replaceAll('_', '-'), `your_${name}`, `${name}_1`, slug]);
    if (this.chance(0.3)) {
      const [otherSlug, types] = this.pick(Object.entries(valuesOf));
      const [otherType, fields] = this.pick(Object.entries(types));
      return this.value(otherSlug, otherType, this.pick(Object.keys(fields)));
    }
    return `${this.chance(0.5) ? this.pick(STARTS) : ''}${base}${this.chance(0.5) ? this.pick(ENDS) : ''}`;
  }

  /** A value that is not what a form sends. */
  oddValue(value) {
    return this.pick([
      undefined,
      null,
      7,
      true,
      [value],
      { a: value },
      new String(value),
      { toJSON: () => value },
      () => value,
      Symbol('s'),
    ]);
  }

  fields(slug, authType, { fields, any_of: sets = [] }) {
    const isToken = (name) => authType === 'oauth2' && /^(access|refresh)_token$/.test(name);
    const set = sets.length > 0 ? this.pick(sets).fields : [];
    const names = Object.keys(fields).filter((name) => {
      if (set.includes(name)) return !this.chance(0.02);
      if (fields[name].required !== false && !isToken(name)) return !this.chance(0.02);
      return this.chance(isToken(name) ? 0.8 : 0.2);
    });
    if (this.chance(0.03))
      names.push(this.pick(['__proto__', 'toJSON', 'constructor', 'acces_token', 'oauth2', 'slug', '0', '']));
    if (this.chance(0.2)) names.reverse();
    return Object.fromEntries(
      names.map((name) => {
        const value = this.value(slug, authType, name);
        return [name, this.chance(0.01) ? this.oddValue(value) : value];
      }),
    );
  }

  /** The same members in another object, which `JSON.stringify` may write otherwise. */
  dressed(members) {
    if (this.chance(0.85)) return members;
    const put = (target, how: (value) => PropertyDescriptor = (value) => ({ value, writable: true })) => {
      for (const key of Object.keys(members)) {
        Object.defineProperty(target, key, { ...how(members[key]), enumerable: true, configurable: true });
      }
      return target;
    };
    const hidden = (target, key, value) => Object.defineProperty(target, key, { value, enumerable: false });
    return this.pick([
      () => put(Object.create(null)),
      () => put({}, (value) => ({ get: () => value })),
      () => new Proxy(members, {}),
      () =>
        new Proxy(
          {},
          {
            ownKeys: () => Object.keys(members),
            get: (_, key) => members[key],
            getOwnPropertyDescriptor: (_, key) => ({ value: members[key], enumerable: true, configurable: true }),
          },
        ),
      () => ({ ...members, [Symbol('s')]: 'fake' }),
      () => put(Object.create({ access_token: 'fake-inherited-1', slug: 'slack' })),
      () => {
        const [first, ...rest] = Object.entries(members);
        return Object.assign(Object.create(Object.fromEntries(first ? [first] : [])), Object.fromEntries(rest));
      },
      () =>
        put(
          new (class {
            get api_key() {
              return 'fake-inherited-1';
            }
          })(),
        ),
      () => put(Object.create(new Proxy(Object.prototype, {}))),
      () => hidden({ ...members }, 'access_token', 'fake-hidden-value-1'),
      () => hidden({ ...members }, 'slug', 'slack'),
      () => hidden({ ...members }, 'toJSON', () => ({ slug: 'slack' })),
      () => ({ ...members, toJSON: 'fake' }),
      () => ({ ...members, toJSON: () => members }),
      // An own member, which a literal or an assignment would not make of it.
      () =>
        Object.defineProperty({ ...members }, '__proto__', {
          value: 'x',
          writable: true,
          enumerable: true,
          configurable: true,
        }),
      () => put([]),
      () => put(Object.setPrototypeOf([], Object.prototype)),
      () => put(Object.setPrototypeOf([], null)),
      () => put(() => 1),
      () => put(new Map()),
      () => put(new Date(0)),
      () => Object.freeze({ ...members }),
      () => put(new (class Credentials {})()),
    ])();
  }

  /** `[call, headers, slug, body or auth_object, context]` */
  request() {
    const { slug, auth } = this.pick(schemas);
    const [authType, schema] = this.pick(Object.entries(auth));
    const fields = this.fields(slug, authType, schema);
    const inner = this.dressed(fields);
    const name = this.chance(0.02) ? this.pick(['oauth2', 'keybased', 'constructor', '__proto__']) : authType;
    const two = this.chance(0.01) ? { another: inner } : {};
    const authObject = this.chance(0.5) ? inner : this.dressed({ [name]: inner, ...two });
    const context = this.context(slug);
    if (this.chance(0.3))
      return { form: true, slug: this.chance(0.99) ? slug : this.oddValue(slug), value: authObject, context };
    const body = this.dressed({
      ...(this.chance(0.8) && { slug: this.chance(0.99) ? slug : this.oddValue(slug) }),
      ...(this.chance(0.3) && { linked_account_id: this.chance(0.9) ? 'account:1' : this.oddValue('account:1') }),
      ...(this.chance(0.01) && { other: 'fake' }),
      auth_object: authObject,
    });
    const beside = this.chance(0.5) ? undefined : this.chance(0.8) ? slug : this.pick(['slack', '', 'custom', 7, null]);
    return { form: false, headers: this.headers(), slug: beside, value: body, context };
  }

  headers() {
    const key = this.chance(0.95)
      ? this.pick(['tk_fake', 'pk_fake', 'fake'])
      : this.pick(['', ' ', undefined, '\u200b', 'ä']);
    const account = this.chance(0.95) ? 'account:1' : this.pick(['', undefined, 'your-account', '\u00a0']);
    return { 'x-api-key': key, linked_account_id: account };
  }

  context(slug) {
    const context = { requestId: 'fixed', now: 1_700_000_000_000 };
    if (this.chance(0.5)) return context;
    const maybe = (share, name, make) => {
      if (this.chance(share)) context[name] = make();
    };
    const list = (name) =>
      this.pick([[], [name], ['other', name], new Set([name]), new Set(), { has: (asked) => asked === name }]);
    maybe(0.2, 'hints', () => this.chance(0.3));
    maybe(0.2, 'shape', () => this.pick(['typed', 'flat']));
    maybe(0.2, 'trust', () => this.pick(['all', 'documented']));
    maybe(0.2, 'environment', () => this.pick(['test', 'production']));
    maybe(0.2, 'integrations', () => list(slug));
    maybe(0.2, 'verification', () => this.pick(['accepted', { rejected: 'fake reason' }]));
    maybe(0.1, 'customApps', () => this.pick([[], [slug], ['other']]));
    maybe(0.2, 'apiKeys', () => this.pick([[], ['tk_fake', 'pk_fake', 'fake']]));
    maybe(0.2, 'linkedAccounts', () => list('account:1'));
    return context;
  }
}

/** Members that every object inherits while `call` runs. */
function polluted(members, call) {
  Object.defineProperties(Object.prototype, members);
  try {
    return call();
  } finally {
    for (const name of Object.keys(members)) delete Object.prototype[name];
  }
}

const hide = (value) => ({ value, enumerable: false, configurable: true, writable: true });
const POLLUTIONS = [
  {
    toJSON: hide(function () {
      return this;
    }),
  },
  { toJSON: hide((key) => (key === '' ? { slug: 'slack' } : 'fake-token')) },
  { access_token: hide('fake-inherited-1'), slug: hide('slack') },
];

/** The same JSON in an object that the fast path leaves to the instance. */
function slowly(value) {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.assign(Object.create(Object.create(null)), value) : value;
}

/** The verdicts about a request by way of the fast path, if that takes it, and by the instance alone. */
function both({ form, headers, slug, value, context }) {
  if (form) {
    const { apiKeys: _, linkedAccounts: __, ...options } = context;
    const text = JSON.stringify({ auth_object: value });
    const same = slowly(text === undefined ? undefined : JSON.parse(text).auth_object);
    return [checkAuthObject(slug, value, options), checkAuthObject(slug, same, options)];
  }
  const text = JSON.stringify(value);
  return [checkRequest({ headers, slug, body: value }, context), checkRequest({ headers, slug, body: text }, context)];
}

/**
 * Checks random requests both ways.
 *
 * @throws AssertionError for the first about which the two differ
 * @returns how many are accepted without hints
 */
export function agrees(count, seed) {
  const requests = new Requests(seed);
  let silent = 0;
  for (let number = 0; number < count; number++) {
    const request: Untyped = requests.request();
    const isPolluted = requests.chance(0.01);
    const [fast, slow]: Untyped[] = isPolluted
      ? polluted(requests.pick(POLLUTIONS), () => both(request))
      : both(request);
    const [one, other] = [JSON.stringify(fast), JSON.stringify(slow)];
    if (one !== other) assert.fail(`request ${number} of seed ${seed}: ${JSON.stringify(request)}\n${one}\n${other}`);
    if (fast.ok && fast.hints.length === 0) silent++;
  }
  return silent;
}
