import { check, optional, pipe, regex, safeParse, strictObject, string, union } from 'valibot';

export const needs = 'compact';

const filled = pipe(string(), regex(/\S/));

export function prepare(catalogue) {
  return new Map(
    Object.entries(catalogue).map(([slug, auth]) => {
      const types = Object.entries(auth).map(([name, type]) => [name, fieldsOf(type)]);
      const schema = union([
        ...types.map(([name, fields]) => strictObject({ [name]: fields })),
        ...types.map(([, fields]) => fields),
      ]);
      return [slug, (authObject) => safeParse(schema, authObject, { abortEarly: true }).success];
    }),
  );
}

function fieldsOf({ required, optional: others, anyOf }) {
  const object = strictObject({
    ...Object.fromEntries(required.map((name) => [name, filled])),
    ...Object.fromEntries(others.map((name) => [name, optional(filled)])),
  });
  if (anyOf === undefined) return object;
  return pipe(
    object,
    check((fields) => anyOf.some((set) => set.every((name) => fields[name] !== undefined))),
  );
}
