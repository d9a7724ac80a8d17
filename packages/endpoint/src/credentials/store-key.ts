/** Makes sure that a store contains credentials of one key. */
import { EndpointError } from '../errors.ts';
import type { Store } from '../stores/store.ts';
import type { CredentialCipher, ValueLocation } from './credential-cipher.ts';

/** The key check of a store whose credentials nobody can read: their keys were random. */
const RANDOM = new Uint8Array();

/** A store's key, compared with that of an endpoint. */
export class StoreKey {
  readonly #store: Store;
  readonly #cipher: CredentialCipher;
  readonly #isGiven: boolean;
  /** The key check that was accepted, which another process may replace; `undefined` if the store has none. */
  #accepted: Uint8Array | undefined;
  #isAccepted = false;

  /** @param isGiven - Whether the caller gave the key; otherwise it is random. */
  constructor(store: Store, cipher: CredentialCipher, isGiven: boolean) {
    this.#store = store;
    this.#cipher = cipher;
    this.#isGiven = isGiven;
  }

  /**
   * Compares the keys by the store's key check. A store that no key was given for takes any key: its credentials, if it has
   * some, have random keys. If the store has no key check, because it was written by an earlier version or cannot keep one,
   * a credential that the key decrypts shows that it is right.
   *
   * @throws EndpointError with the code `wrong_key`.
   */
  async check(): Promise<void> {
    const kept = await this.#store.getKeyCheck?.();
    if (this.#isAccepted && isSame(kept, this.#accepted)) return;
    this.#isAccepted = false;
    this.#accepted = kept !== undefined && (await this.#isOwn(kept)) ? kept : await this.#takeOver(kept);
    this.#isAccepted = true;
  }

  /** @returns the key check that the store has now. */
  async #takeOver(kept: Uint8Array | undefined): Promise<Uint8Array | undefined> {
    if (kept === undefined && this.#isGiven && !(await this.#fitsCredentials())) throw this.#wrongKey();
    const { addKeyCheck } = this.#store;
    const check = this.#isGiven ? await this.#cipher.createCheck() : RANDOM;
    const now = addKeyCheck === undefined ? kept : await addKeyCheck.call(this.#store, check);
    if (now !== undefined && !(await this.#isOwn(now))) throw this.#wrongKey();
    return now;
  }

  async #isOwn(check: Uint8Array): Promise<boolean> {
    return this.#isGiven ? this.#cipher.isOwnCheck(check) : check.length === 0;
  }

  /** Whether the key decrypts a stored credential, if there is one. */
  async #fitsCredentials(): Promise<boolean> {
    let isEmpty = true;
    for await (const { location, sealed } of storedValues(this.#store)) {
      if (await this.#cipher.canDecrypt(location, sealed)) return true;
      isEmpty = false;
    }
    return isEmpty;
  }

  #wrongKey(): EndpointError {
    const problem = this.#isGiven ? 'the store has another key' : 'the store needs its key';
    const reason = `${problem}; pass that key (option "key", or AUTH_OBJECT_KEY for serve), use another store, or delete the file of this one to start again without them`;
    return new EndpointError('createEndpoint', 'wrong_key', reason);
  }
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

async function* storedValues(store: Store): AsyncGenerator<{ location: ValueLocation; sealed: Uint8Array }> {
  for (const environment of ['test', 'production'] as const) {
    for (const { accountId } of await store.listAccounts(environment)) {
      for (const { slug, values } of await store.listIntegrations(environment, accountId)) {
        for (const { field, sealed } of values) yield { location: { environment, accountId, slug, field }, sealed };
      }
    }
  }
}
