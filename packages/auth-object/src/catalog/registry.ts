/** Apps that the caller registers. */

import { allLimits, LIMITS_RULE, type Limits } from '../check/limits.ts';
import { checkOptions, type OptionRule } from '../check/option-rules.ts';
import { register } from '../wasm/instance.ts';
import type { AuthStructure } from './app.ts';
import { requireString } from './require-string.ts';

/** The options for apps that are registered. */
export interface RegisterOptions {
  /** How many apps can be registered, and how large each may be: `apps` and `appBytes`. */
  readonly limits?: Limits | undefined;
}

const RULES = new Map<string, OptionRule>(
  Object.entries({ limits: LIMITS_RULE } satisfies Record<keyof RegisterOptions, OptionRule>),
);

/**
 * Registers the real schema of an app, as `GET /api/v2/public/auth-structure/{slug}` returns it. It replaces the
 * catalogue's schema, and rejections by it are certain (`basis: "live"`). It stays until the process or page ends.
 * Registering the slug again replaces it.
 *
 * @throws TypeError if the slug is blank, the structure is not an auth structure, or one of the limits `apps` and
 *   `appBytes` is exceeded; the message says what is wrong.
 *
 * @example
 * ```ts
 * const answer = await fetch("https://app.refold.ai/api/v2/public/auth-structure/netsuite");
 * registerApp("netsuite", await answer.json());
 * ```
 */
export function registerApp(slug: string, authStructure: AuthStructure, options?: RegisterOptions): void {
  requireString('registerApp', 'slug', slug);
  checkOptions('registerApp', options, RULES);
  const reason = register(slug, structureText(authStructure), allLimits(options?.limits));
  if (reason !== undefined) throw new TypeError(`registerApp: ${reason}`);
}

function structureText(authStructure: unknown): string {
  const wrong = 'registerApp: the auth structure must be an object, as the auth-structure endpoint returns it.';
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
 * Registers several apps.
 *
 * @param authStructures - slug → auth structure, such as `apps` of the file that `auth-object pull` writes.
 * @throws TypeError at the first structure that is rejected. The apps before it are registered. Whatever a getter of
 *   `authStructures` throws; then no app is registered.
 *
 * @example
 * ```ts
 * registerApps(JSON.parse(await readFile("auth-object.schemas.json", "utf8")).apps);
 * ```
 */
export function registerApps(authStructures: Readonly<Record<string, AuthStructure>>, options?: RegisterOptions): void {
  if (typeof authStructures !== 'object' || authStructures === null || Array.isArray(authStructures)) {
    throw new TypeError('registerApps: the argument must be an object { [slug]: authStructure }.');
  }
  for (const [slug, structure] of Object.entries(authStructures)) registerApp(slug, structure, options);
}
