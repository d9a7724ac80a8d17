/** The error for options `map` and `set` that cannot be used. */

/**
 * `unknown_target`: neither a part of a row nor a field of an app. `same_target`: two names or values for one target.
 * `blank`: a name or value is blank. `not_settable`: `set` has `auth_object` or `ignore`.
 */
export type MappingErrorCode = 'unknown_target' | 'same_target' | 'blank' | 'not_settable';

/**
 * The options `map` and `set` cannot be used. The message says what to do, and has no value.
 *
 * @example
 * ```ts
 * try {
 *   return checkRows(bytes, { map: { token: "acess_token" } });
 * } catch (error) {
 *   if (error instanceof MappingError) console.error(error.code, error.message);
 * }
 * ```
 */
export class MappingError extends TypeError {
  /** What is wrong. */
  readonly code: MappingErrorCode;

  constructor(code: MappingErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  override get name(): string {
    return 'MappingError';
  }
}
