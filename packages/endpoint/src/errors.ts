/** What the functions of this package throw. */

/** `unknown_option`: the function does not know the option. `invalid_option`: an option or an argument has a wrong value. */
export type OptionErrorCode = 'unknown_option' | 'invalid_option';

/**
 * An option or an argument is wrong. The message says where, and what is allowed there. It contains no value, which
 * might be a credential.
 *
 * @example
 * ```ts
 * try {
 *   createEndpoint({ faults: [{ status: 99 }] });
 * } catch (error) {
 *   // faults[0].status: the option "faults[0].status" must be a whole number from 400 to 599
 *   if (error instanceof OptionError) console.error(`${error.option}: ${error.reason}`);
 * }
 * ```
 */
export class OptionError extends TypeError {
  readonly code: OptionErrorCode;
  /** The path of the option, such as `faults[0].status`; empty if it is about the options as a whole. */
  readonly option: string;
  /** The message without the name of the function and the period at the end. */
  readonly reason: string;

  constructor(caller: string, code: OptionErrorCode, option: string, reason: string) {
    super(`${caller}: ${reason}${reason.endsWith('?') ? '' : '.'}`);
    this.code = code;
    this.option = option;
    this.reason = reason;
  }
}

/**
 * What went wrong:
 * - `no_web_crypto`: the runtime has no WebCrypto, or the page is not served over HTTPS.
 * - `cannot_decrypt`: a stored credential was changed, or was encrypted with another key.
 * - `wrong_key`: the store has another key.
 * - `withheld_reason`: the error of a verifier may contain a credential, so the answer does not quote it; for `onError`.
 * - `no_sqlite`, `sqlite_version`, `sqlite_not_compiled`: there is no SQLite that this runtime can load.
 * - `cannot_open`: the file of a store cannot be opened.
 * - `not_a_database`, `foreign_database`, `newer_store`: the file is not SQLite or damaged, belongs to another program,
 *   or was written by a later version of this package.
 * - `store_closed`: the store was used after `close()`.
 * - a code of Node such as `EADDRINUSE`: the server cannot listen.
 */
export type EndpointErrorCode =
  | 'no_web_crypto'
  | 'cannot_decrypt'
  | 'wrong_key'
  | 'withheld_reason'
  | 'no_sqlite'
  | 'sqlite_version'
  | 'sqlite_not_compiled'
  | 'cannot_open'
  | 'not_a_database'
  | 'foreign_database'
  | 'newer_store'
  | 'store_closed'
  | (string & {});

/** The options are right, but the environment does not allow it. The message says what to do. */
export class EndpointError extends Error {
  readonly code: EndpointErrorCode;
  /** The message without the name of the function and the period at the end. */
  readonly reason: string;

  constructor(caller: string, code: EndpointErrorCode, reason: string, options?: ErrorOptions) {
    super(`${caller}: ${reason}.`, options);
    this.code = code;
    this.reason = reason;
  }

  override get name(): string {
    return 'EndpointError';
  }
}
