// The cases of one app, from its schema file.
import * as answer from './answers.mjs';
import { AuthType } from './auth-type.mjs';

const VALUE = 'fake-1';
const UNLISTED = 'unlisted_field';
const HEADERS = { 'x-api-key': 'tk_fake_1', linked_account_id: 'account:12345' };
// Bad values, each in one shape; the file of rule 10 has all of them in both shapes.
const BAD = [
  ['a number', 1, 'typed'],
  ['null', null, 'flat'],
  ['a blank', ' ', 'typed'],
];

/** Every case of the app; each auth type in both shapes. */
export function appCases(app) {
  const types = Object.entries(app.auth).map(([name, schema]) => new AuthType(name, schema));
  return [...types.flatMap((type) => typeCases(app, types, type)), authTypeCase(app, types)];
}

function typeCases(app, types, type) {
  const cases = [];
  const sets = type.wholeSets();
  const rejected = answer.fields(app, type);
  const put = (what, shape, fields, issues = [], response = undefined) => {
    if (shape === 'flat' && AuthType.readFlat(types, Object.keys(fields)) !== type) return;
    const typedOnly = shape === 'flat' ? type.typedOnly(Object.keys(fields)) : [];
    const all = [...issues, ...typedOnly.map((name) => ({ code: type.rule, name, isLikely: true }))];
    cases.push(form(app, type, what, shape, fields, all, response ?? (typedOnly.length ? rejected : undefined)));
  };
  for (const shape of ['typed', 'flat']) {
    sets.forEach((names, index) => {
      // whole() covers the first set in the typed shape.
      if (shape === 'flat' || index > 0)
        put(`accepted${index ? `, by its set ${index + 1}` : ''}`, shape, filled(names));
    });
    if (shape === 'typed' && sets[0].length < type.names.length) put('every field', shape, filled(type.names));
    if (type.name === 'oauth2' && type.names.includes('client_id'))
      put('client_id beside a token', shape, { ...filled(sets[0]), client_id: VALUE });
    BAD.forEach(([what, value, inShape], index) => {
      if (shape !== inShape) return;
      const name = type.names[(index * (type.names.length - 1)) >> 1]; // the first, the middle and the last
      put(
        `${name} is ${what}`,
        shape,
        { ...filled(sets[0]), [name]: value },
        [{ code: 'invalid_value', name }],
        answer.invalidValue(),
      );
    });
    put(
      'an unknown field',
      shape,
      { ...filled(sets[0]), [UNLISTED]: VALUE },
      [{ code: type.rule, name: UNLISTED }],
      rejected,
    );
    put('no field', shape, {}, missing(type, []), rejected);
    sets.forEach((names, index) => {
      const others = names.slice(0, -1);
      if (others.length === 0 || type.isWhole(others)) return;
      put(
        `${names.at(-1)} is missing${index ? `, set ${index + 1}` : ''}`,
        shape,
        filled(others),
        missing(type, others),
        rejected,
      );
    });
  }
  return [whole(app, type), ...cases];
}

const filled = (names) => Object.fromEntries(names.map((name) => [name, VALUE]));
const missing = (type, there) => type.missing(there).map((name) => ({ code: type.rule, name }));

/** A whole request, one for each auth type. All other cases are forms, which are shorter. */
function whole(app, type) {
  const body = { slug: app.slug, auth_object: { [type.name]: filled(type.wholeSets()[0]) } };
  const expect = { ok: true, ...answer.typed(), shape: 'typed', authType: type.name, basis: type.basis, issues: [] };
  return {
    description: `${type.name}, request: accepted`,
    request: { headers: HEADERS, body },
    context: answer.context(),
    expect,
  };
}

function form(app, type, what, shape, fields, issues, response) {
  const typed = shape === 'typed';
  const root = typed ? ['auth_object', type.name] : ['auth_object'];
  const accepted = typed ? answer.typed() : answer.flat(app);
  const sure = issues.some(({ code, isLikely }) => code === 'invalid_value' || (type.isCertain && !isLikely));
  return {
    description: `${type.name}, ${shape}: ${what}`,
    call: 'auth_object',
    request: { slug: app.slug, auth_object: typed ? { [type.name]: fields } : fields },
    context: answer.context(),
    expect: {
      ok: issues.length === 0,
      ...(issues.length && { certainty: sure ? 'certain' : 'likely' }),
      ...(response ?? accepted),
      shape,
      authType: type.name,
      basis: type.basis,
      issues: issues.map(({ code, name }) => ({ code, path: [...root, name] })),
    },
  };
}

function authTypeCase(app, types) {
  const name = 'unlisted_type';
  return {
    description: 'an auth type that the app does not have',
    call: 'auth_object',
    request: { slug: app.slug, auth_object: { [name]: { [UNLISTED]: VALUE } } },
    context: answer.context(),
    expect: {
      ok: false,
      ...answer.authType(types),
      shape: 'typed',
      issues: [{ code: 'auth_type', path: ['auth_object', name] }],
    },
  };
}
