/** Apps that the caller registers. */
import type { AuthStructure } from './app.ts';
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
export declare function registerApp(slug: string, authStructure: AuthStructure): void;
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
export declare function registerApps(authStructures: Readonly<Record<string, AuthStructure>>): void;
