/** What went wrong if neither the request nor the call is at fault. */
/** `too_large`: there is not enough memory. `stack`: the call stack is full. `internal`: a fault of the library. */
export type AuthObjectErrorCode = 'too_large' | 'stack' | 'internal';
/**
 * The call could not be answered, although it was made correctly. The library stays usable: the next call starts afresh,
 * with all registered apps. What caused the error is its `cause`. If the call stack is too full to make this error, the
 * engine's own RangeError is thrown instead.
 *
 * @example
 * ```ts
 * try {
 *   return checkRequest({ headers, body });
 * } catch (error) {
 *   if (error instanceof AuthObjectError && error.code === "too_large") return new Response(null, { status: 413 });
 *   throw error;
 * }
 * ```
 */
export declare class AuthObjectError extends Error {
    /** What went wrong. */
    readonly code: AuthObjectErrorCode;
    /** @param message - What to do; each code has a message for it. */
    constructor(code: AuthObjectErrorCode, { message, ...options }?: ErrorOptions & {
        message?: string;
    });
    get name(): string;
}
/** Whether the call stack was full; engines have their own words for it. */
export declare function isStackOverflow(error: unknown): boolean;
/** Whether a string would have been longer than the engine allows, or there was no memory for it. */
export declare function isTooLong(error: unknown): boolean;
