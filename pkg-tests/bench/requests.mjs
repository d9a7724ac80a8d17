// The requests that all contenders check: the same in every run, 5 in 100 bad, of every kind.

import { random } from './random.mjs';

/** Fields that oauth2 has only if the auth_object names the auth type. */
const CLIENT = ['client_id', 'client_secret', 'callback_url'];

/** In characters: gives requests of 224 bytes on average. */
const USUAL_VALUE = 46;

/** Functions that make a good request bad; each gets the request and the names of its fields. */
export const FAULTS = {
  'unknown app': (row) => ({ ...row, slug: `${row.slug}_x` }),
  'slug missing': ({ slug: _, ...row }) => row,
  'auth_object missing': ({ auth_object: _, ...row }) => row,
  'auth_object is a list': (row) => ({ ...row, auth_object: [row.auth_object] }),
  'auth_object is a text': (row) => ({ ...row, auth_object: JSON.stringify(row.auth_object) }),
  'empty auth_object': (row) => ({ ...row, auth_object: {} }),
  'unknown auth type': (row, { fields }) => ({ ...row, auth_object: { apikey: fields } }),
  'two auth types': (row, { fields, authType }) => ({ ...row, auth_object: { [authType]: fields, apikey: fields } }),
  'field missing': (row, parts) => withFields(row, parts, without(parts.fields, parts.needed)),
  'field misspelt': (row, parts) => {
    const [[name, value], ...rest] = Object.entries(parts.fields);
    return withFields(row, parts, Object.fromEntries([[`${name}_`, value], ...rest]));
  },
  'field too many': (row, parts) => withFields(row, parts, { ...parts.fields, not_a_field: 'fake-value' }),
  'value is a number': (row, parts) => withFields(row, parts, { ...parts.fields, [first(parts.fields)]: 12345 }),
  'value is null': (row, parts) => withFields(row, parts, { ...parts.fields, [first(parts.fields)]: null }),
  'value is an object': (row, parts) => withFields(row, parts, { ...parts.fields, [first(parts.fields)]: { a: 'b' } }),
  'value is blank': (row, parts) => withFields(row, parts, { ...parts.fields, [first(parts.fields)]: ' \t' }),
  'value is empty': (row, parts) => withFields(row, parts, { ...parts.fields, [first(parts.fields)]: '' }),
};

/** The same for strings that are not JSON. */
const TEXT_FAULTS = {
  'text is cut off': (text) => text.slice(0, -9),
  'text has a comma too many': (text) => `${text.slice(0, -1)},}`,
};

const without = (fields, names) => Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
const first = (fields) => Object.keys(fields)[0];
const withFields = (row, { isTyped, authType }, fields) => ({
  ...row,
  auth_object: isTyped ? { [authType]: fields } : fields,
});

/**
 * @param {object} compact the catalogue of catalogue.mjs
 * @param {number} count
 * @param {{ valueLength?: number, share?: number, samples?: object, kinds?: string[] }} [options] valueLength: of one
 *   value, in characters; share: the share of bad requests; samples: values of fields, of samples.mjs; kinds:
 *   names of the faults that bad requests have
 * @returns {{ row: object, text: string, fault: string | undefined }[]} row: `undefined` if the text is not JSON
 */
export function requests(compact, count, { valueLength = USUAL_VALUE, share = 0.05, samples = {}, kinds } = {}) {
  const next = random(20_260_101);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const slugs = Object.keys(compact);
  const faults = Object.entries(FAULTS).map(([name, change]) => ({ name, change }));
  const textFaults = Object.entries(TEXT_FAULTS).map(([name, cut]) => ({ name, cut }));
  const all = [...faults, ...textFaults].filter(({ name }) => kinds === undefined || kinds.includes(name));
  let bad = 0;
  return Array.from({ length: count }, (_, number) => {
    const slug = pick(slugs);
    const [authType, { required, optional, anyOf }] = pick(Object.entries(compact[slug]));
    const isTyped = next() < 0.5;
    const isPermitted = (name) => isTyped || authType !== 'oauth2' || !CLIENT.includes(name);
    const names = new Set([...required, ...(anyOf ? pick(anyOf) : [])]);
    // An older access token comes with its refresh token.
    for (const name of optional.filter(isPermitted))
      if (next() < 0.3 || (name === 'refresh_token' && names.has('access_token'))) names.add(name);
    if (names.size === 0) names.add(optional.find(isPermitted));
    const filler = (name) => `fake-${name}-`.padEnd(Math.floor(valueLength * (0.5 + next())), '0123456789abcdef');
    const value = (name) => pick(samples[slug]?.[authType]?.[name] ?? [filler(name)]);
    const fields = Object.fromEntries([...names].map((name) => [name, value(name)]));
    const auth_object = isTyped ? { [authType]: fields } : fields;
    const row = { slug, linked_account_id: `account:${number}`, auth_object };
    // Bad requests are spread evenly, each kind in turn.
    if (Math.floor((number + 1) * share) === Math.floor(number * share)) return request(row);
    const fault = all[bad++ % all.length];
    if (fault.cut) return { row: undefined, text: fault.cut(JSON.stringify(row)), fault: fault.name };
    // Without these the auth type is incomplete: the first required field, or else every field of every set.
    const needed = required.length > 0 ? required.slice(0, 1) : (anyOf ?? [optional]).flat();
    return request(fault.change(row, { fields, authType, isTyped, needed }), fault.name);
  });
}

function request(row, fault) {
  return { row, text: JSON.stringify(row), fault };
}
