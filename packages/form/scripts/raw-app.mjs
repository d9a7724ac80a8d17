// A schema file as src/derive.ts takes it: labels written out, addresses as prefix and suffix.

const CAPITALS = ['api', 'crm', 'id', 'jdbc', 'pem', 'rest', 'ssl', 'uri', 'url'];

export function rawApp({ slug, name, brand = name, auth }) {
  return { slug, brand, auth: Object.entries(auth).map(([key, authType]) => rawAuthType(key, authType)) };
}

function rawAuthType(name, { title, any_of: anyOf, fields }) {
  return { name, title, anyOf, fields: Object.entries(fields).map(([key, field]) => rawField(key, field)) };
}

function rawField(name, { label, required = true, secret, input, options, address, example, help, docs }) {
  const suffix = typeof address === 'object' ? address.subdomain : '';
  return {
    name,
    label: label ?? titleCase(name),
    required,
    ...(secret ? { secret } : {}),

    ...(input === undefined || (input === 'text' && secret) ? {} : { input }),
    ...(options ? { options } : {}),
    ...(suffix ? { prefix: 'https://', suffix } : {}),
    ...(example ? { example } : {}),
    ...(help ? { help } : {}),
    ...(docs ? { docs } : {}),
  };
}

/** The label that a schema file may leave out, by the rule of app.schema.json. */
function titleCase(name) {
  return name
    .split('_')
    .map((word) => (CAPITALS.includes(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}
