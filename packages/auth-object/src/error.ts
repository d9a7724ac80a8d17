/** The error for calls that were correct but could not be answered. */

/** `too_large`: not enough memory. `stack`: the call stack is full. `internal`: a bug of the library. */
export type AuthObjectErrorCode = 'too_large' | 'stack' | 'internal';

const MESSAGES: Readonly<Record<AuthObjectErrorCode, string>> = {
  too_large:
    'auth-object: There is not enough memory for this request. Send a smaller one, or check many requests row by row with auth-object/rows.',
  stack: 'auth-object: The call stack is full. Call the library from a place that is nested less deeply.',
  internal:
    'auth-object: The WebAssembly module failed. The next call starts a fresh one. Please report this error with its cause.',
};

/**
 * A correct call that could not be answered. The library stays usable: the next call starts a new WebAssembly instance
 * with all registered apps. `cause` has the original error. If the call stack is too full to create this error, the
 * engine's own RangeError is thrown.
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

  /** @param message - What is wrong and what to do. @defaultValue the message of the code */
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

/** Whether the call stack was full. Engines have different messages for it. */
export function isStackOverflow(error: unknown): boolean {
  return says(error, 'call stack') || says(error, 'too much recursion');
}

/** Whether a string was too long for the engine or for the memory. */
export function isTooLong(error: unknown): boolean {
  return says(error, 'string length') || says(error, 'llocation') || says(error, 'ut of memory');
}

/** Uses no regular expression, as the call stack may have no room for one. */
function says(error: unknown, words: string): boolean {
  try {
    const isOfEngine = error instanceof RangeError || (error instanceof Error && error.name === 'InternalError');
    return isOfEngine && error.message.includes(words);
  } catch {
    // The error may be the caller's, and a proxy that throws.
    return false;
  }
}
