/** Apps that the caller registers. */

import { register } from '../wasm/instance.ts';
import type { AuthStructure } from './app.ts';
import { requireString } from './require-string.ts';

/**
 * Registers an app by its auth structure, as `GET /api/v2/public/auth-structure/{slug}` answers it. It wins over the
 * catalogue's own schema, and rejections that rest on it are certain (`basis: "live"`). It stays until the process or
 * the page ends; registering the slug again replaces it.
 *
 * @throws TypeError if the slug is blank or the structure is not an auth structure; the message says what is wrong.
 *
 * @example
 * ```ts
 * const answer = await fetch("https://app.refold.ai/api/v2/public/auth-structure/netsuite");
 * registerApp("netsuite", await answer.json());
 * ```
 */
export function registerApp(slug: string, authStructure: AuthStructure): void {
  requireString('registerApp', 'slug', slug);
  const reason = register(slug, structureText(authStructure));
  if (reason !== undefined) throw new TypeError(`registerApp: ${reason}`);
}

function structureText(authStructure: unknown): string {
  const wrong = 'registerApp: the auth structure must be an object, as the auth-structure endpoint answers it.';
  let text: unknown;
  try {
    text = JSON.stringify(authStructure);
  } catch (cause) {
    throw new TypeError(wrong, { cause });
  }
  if (typeof text !== 'string' || !text.startsWith('{')) throw new TypeError(wrong);
  return text;
}

/**
 * Registers several apps: slug → auth structure.
 *
 * @throws TypeError for the first that is rejected; those before it are registered.
 *
 * @example
 * ```ts
 * registerApps(JSON.parse(await readFile("auth-structures.json", "utf8")));
 * ```
 */
export function registerApps(authStructures: Readonly<Record<string, AuthStructure>>): void {
  if (typeof authStructures !== 'object' || authStructures === null || Array.isArray(authStructures)) {
    throw new TypeError('registerApps: hand over an object { [slug]: authStructure }.');
  }
  for (const [slug, structure] of Object.entries(authStructures)) registerApp(slug, structure);
}
