import { type } from 'arktype';

export const needs = 'compact';

export function prepare(catalogue) {
  return new Map(
    Object.entries(catalogue).map(([slug, auth]) => {
      const types = Object.entries(auth).map(([name, one]) => [name, fieldsOf(one)]);
      const shapes = [
        ...types.map(([name, fields]) => type({ '+': 'reject', [name]: fields })),
        ...types.map(([, fields]) => fields),
      ];
      const schema = shapes.reduce((union, shape) => union.or(shape));
      return [slug, (authObject) => schema.allows(authObject)];
    }),
  );
}

function fieldsOf({ required, optional, anyOf }) {
  const object = type({
    '+': 'reject',
    ...Object.fromEntries(required.map((name) => [name, /\S/])),
    ...Object.fromEntries(optional.map((name) => [`${name}?`, /\S/])),
  });
  if (anyOf === undefined) return object;
  return object.narrow((fields) => anyOf.some((set) => set.every((name) => fields[name] !== undefined)));
}
