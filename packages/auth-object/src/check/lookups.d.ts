/** The caller's sets of names as the instance asks for them. */
import type { InstanceLookups } from '../wasm/glue.ts';
import type { Context, Lookup } from './options.ts';
/** The options that are sets of names. */
type Sets = Pick<Context, 'apiKeys' | 'linkedAccounts' | 'integrations' | 'customApps'>;
/** The sets of one call, or of one file. */
export declare class Lookups implements InstanceLookups {
    #private;
    constructor(sets: Sets);
    /** Called by the instance. */
    has(kind: number, name: string): boolean;
    /** Throws what `has()` threw. */
    rethrow(): void;
}
/**
 * Whether a set has a name.
 *
 * @throws TypeError if `has()` does not answer true or false at once.
 */
export declare function holds(option: string, lookup: Lookup, name: string): boolean;
export {};
