/** Stand-ins for the credentials of an app: whoever reads one sees that it is none. */
import type { AuthType, Field } from 'auth-object';

const TOKENS = ['access_token', 'refresh_token'];

/**
 * The fields that a request cannot do without, each with a placeholder: what is required, and one set of those of
 * which one must be whole. Both tokens of OAuth 2.0 where one would do, as the endpoint's document shows it.
 */
export function placeholders({ fields, anyOf = [] }: AuthType): Record<string, string> {
  const tokens = anyOf.filter(([first, ...rest]) => rest.length === 0 && TOKENS.includes(first as string)).flat();
  const chosen = new Set(tokens.length > 0 ? tokens : anyOf[0]);
  const named = fields.filter(({ name, required }) => required || chosen.has(name));
  // A schema may mark nothing as required; an empty object would show nothing.
  const shown = named.length > 0 ? named : fields;
  return Object.fromEntries(shown.map((field) => [field.name, placeholder(field)]));
}

function placeholder({ name, input, options }: Field): string {
  const word = `YOUR_${name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}`;
  if (options?.[0] !== undefined) return options[0];
  if (input === 'url') return `https://${word}`;
  return input === 'email' ? `${word}@example.com` : word;
}
