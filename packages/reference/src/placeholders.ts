/** Placeholders for the credentials of an app, such as `YOUR_ACCESS_TOKEN`. */
import type { AuthType, Field } from 'auth-object';

const TOKENS = ['access_token', 'refresh_token'];

/**
 * The fields that a request needs, each with a placeholder: the required ones, and one set of those of which one must be
 * complete. Where one OAuth 2.0 token would do, both are there, as in the documentation of the endpoint.
 */
export function placeholders({ fields, anyOf = [] }: AuthType): Record<string, string> {
  const tokens = anyOf.filter(([first, ...rest]) => rest.length === 0 && TOKENS.includes(first as string)).flat();
  const chosen = new Set(tokens.length > 0 ? tokens : anyOf[0]);
  const needed = fields.filter(({ name, required }) => required || chosen.has(name));
  // A schema may have no required field; then all fields are named.
  const named = needed.length > 0 ? needed : fields;
  return Object.fromEntries(named.map((field) => [field.name, placeholder(field)]));
}

function placeholder({ name, input, options }: Field): string {
  const text = `YOUR_${name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}`;
  if (options?.[0] !== undefined) return options[0];
  if (input === 'url') return `https://${text}`;
  return input === 'email' ? `${text}@example.com` : text;
}
