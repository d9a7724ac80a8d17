import type { Glue } from './glue.ts';
/** Ranks of modules. */
export declare const BASE = 0;
export declare const ROWS = 1;
/** The memory of the instance. */
export declare let memory: WebAssembly.Memory;
/** How many instances were ended. */
export declare let endedCount: number;
/** Grows if what an instance answered may have changed: with each instance, and with each registered app. */
export declare let cacheVersion: number;
/**
 * Offers a module; every entry does. One of a higher rank can do more and takes the place of one of a lower rank, even if
 * that is running.
 *
 * @param load - Called by the first call, never at import.
 */
export declare function offer(offered: Glue, load: () => WebAssembly.Module, offeredRank: number): void;
/** Whether there is an instance. */
export declare function isStarted(): boolean;
/**
 * The glue, with an instance behind it.
 *
 * @throws TypeError if there is no module, or the page forbids WebAssembly; AuthObjectError.
 */
export declare function startedGlue(): Glue;
/** Starts an instance of the caller's own module, if there is none. */
export declare function startWith(module: WebAssembly.Module): void;
/**
 * Calls the instance, and ends it if that throws.
 *
 * @throws AuthObjectError for any exception.
 */
export declare function guarded<T>(call: (glue: Glue) => T): T;
/** Throws the last failure if an instance was ended since so many were: a call that still runs in it cannot go on. */
export declare function failIfEnded(since: number): void;
/** Registers an app with this instance and all that come after it. Gives the reason if it is rejected. */
export declare function register(slug: string, structure: string): string | undefined;
/** The registered apps: slugs and auth structures as JSON. */
export declare function registrations(): ReadonlyMap<string, string>;
