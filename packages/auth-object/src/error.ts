/** What went wrong if neither the request nor the call is at fault. */

/** `too_large`: there is not enough memory. `stack`: the call stack is full. `internal`: a fault of the library. */
export type AuthObjectErrorCode = 'too_large' | 'stack' | 'internal';

const MESSAGES: Readonly<Record<AuthObjectErrorCode, string>> = {
  too_large:
    'auth-object: There is not enough memory for this request. Send a smaller one, or check many requests row by row with auth-object/rows.',
  stack: 'auth-object: The call stack is full. Call the library from a place that is nested less deeply.',
  internal:
    'auth-object: The WebAssembly module failed. The next call starts a fresh one. Please report this error with its cause.',
};

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
export class AuthObjectError extends Error {
  /** What went wrong. */
  readonly code: AuthObjectErrorCode;

  /** @param message - What to do; each code has a message for it. */
  constructor(
    code: AuthObjectErrorCode,
    { message = MESSAGES[code], ...options }: ErrorOptions & { message?: string } = {},
  ) {
    super(message, options);
    this.code = code;
  }

  override get name(): string {
    return 'AuthObjectError';
  }
}

/** Whether the call stack was full; engines have their own words for it. */
export function isStackOverflow(error: unknown): boolean {
  return says(error, 'call stack') || says(error, 'too much recursion');
}

/** Whether a string would have been longer than the engine allows, or there was no memory for it. */
export function isTooLong(error: unknown): boolean {
  return says(error, 'string length') || says(error, 'llocation') || says(error, 'ut of memory');
}

/** Without a regular expression, which needs more of the call stack than may be left. */
function says(error: unknown, words: string): boolean {
  try {
    const isOfEngine = error instanceof RangeError || (error instanceof Error && error.name === 'InternalError');
    return isOfEngine && error.message.includes(words);
  } catch {
    // The caller's own error may be a proxy that throws.
    return false;
  }
}
