import { z } from 'zod';

export const needs = 'compact';

const filled = z.string().regex(/\S/);

export function prepare(catalogue) {
  return new Map(
    Object.entries(catalogue).map(([slug, auth]) => {
      const types = Object.entries(auth).map(([name, type]) => [name, fieldsOf(type)]);
      const schema = z.union([
        ...types.map(([name, fields]) => z.strictObject({ [name]: fields })),
        ...types.map(([, fields]) => fields),
      ]);
      return [slug, (authObject) => schema.safeParse(authObject).success];
    }),
  );
}

function fieldsOf({ required, optional, anyOf }) {
  const object = z.strictObject({
    ...Object.fromEntries(required.map((name) => [name, filled])),
    ...Object.fromEntries(optional.map((name) => [name, filled.optional()])),
  });
  if (anyOf === undefined) return object;
  return object.refine((fields) => anyOf.some((set) => set.every((name) => fields[name] !== undefined)));
}
