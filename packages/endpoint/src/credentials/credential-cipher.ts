/** Encrypts credential values: AES-256-GCM by WebCrypto. */
import { EndpointError } from '../errors.ts';
import type { Environment } from '../stores/store.ts';

/** 96 random bits for each value (NIST SP 800-38D, 8.2.2). */
const NONCE_BYTES = 12;
const KEY_BYTES = 32;
const ALGORITHM = 'AES-GCM';
/** The location of a key check; no credential has it, because theirs is an array. */
const CHECK = new TextEncoder().encode('"key check"');

/** Where a value belongs. It is authenticated with the value, which cannot be decrypted for another location. */
export interface ValueLocation {
  readonly environment: Environment;
  /** The caller's id of the linked account. */
  readonly accountId: string;
  readonly slug: string;
  readonly field: string;
}

/** A `CryptoKey` of WebCrypto, described by its members because not all type packages have that name. */
export interface AesKey {
  readonly type: string;
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string };
  readonly usages: readonly string[];
}

/** What a key must be, in words. */
export const KEY_SHAPE =
  '32 bytes, as a Uint8Array or as base64 (`openssl rand -base64 32` makes one), or an AES-GCM CryptoKey of 256 bits that can encrypt and decrypt';

/** Whether a value can be the key of a cipher. */
export function isKey(value: unknown): boolean {
  if (isCryptoKey(value)) return isUsable(value);
  const bytes = keyBytes(value);
  bytes?.fill(0);
  return bytes !== undefined;
}

/** A key, and what it encrypts. */
export class CredentialCipher {
  #bytes: Uint8Array<ArrayBuffer> | undefined;
  #key: Promise<CryptoKey> | undefined;

  /**
   * @param caller - The public function that needs the cipher, for the message.
   * @param key - One that {@link isKey} accepts; if absent, a random one is made.
   * @throws EndpointError with the code `no_web_crypto`.
   */
  constructor(caller: string, key?: AesKey | Uint8Array | string) {
    if (globalThis.crypto?.subtle === undefined) {
      const reason = 'WebCrypto is missing, which encrypts the credentials; a web page needs HTTPS';
      throw new EndpointError(caller, 'no_web_crypto', reason);
    }
    if (isCryptoKey(key)) this.#key = Promise.resolve(key);
    else this.#bytes = keyBytes(key);
  }

  /** @returns the nonce (12 bytes), the ciphertext, the tag (16 bytes). */
  encrypt(location: ValueLocation, value: string): Promise<Uint8Array> {
    return this.#encrypt(locationBytes(location), value);
  }

  /** A value by which {@link isOwnCheck} recognises the key. It does not reveal the key. */
  createCheck(): Promise<Uint8Array> {
    return this.#encrypt(CHECK, '');
  }

  /** Whether the value was created with this key. */
  async isOwnCheck(check: Uint8Array): Promise<boolean> {
    return (await this.#decrypt(CHECK, check)) !== undefined;
  }

  /** Whether a value was encrypted with this key for this location. */
  async canDecrypt(location: ValueLocation, sealed: Uint8Array): Promise<boolean> {
    return (await this.#decrypt(locationBytes(location), sealed)) !== undefined;
  }

  /** @throws EndpointError if the key or the location is another one, or a bit was changed. */
  async decrypt(location: ValueLocation, sealed: Uint8Array): Promise<string> {
    const value = await this.#decrypt(locationBytes(location), sealed);
    if (value !== undefined) return value;
    const reason = 'a stored value cannot be decrypted; it was changed, or encrypted with another key';
    throw new EndpointError('openCredentials', 'cannot_decrypt', reason);
  }

  async #encrypt(additionalData: Uint8Array<ArrayBuffer>, value: string): Promise<Uint8Array> {
    const key = await this.#cryptoKey();
    const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const parameters = { name: ALGORITHM, iv, additionalData };
    const plain = new TextEncoder().encode(value);
    const encrypted = await crypto.subtle.encrypt(parameters, key, plain).finally(() => plain.fill(0));
    const all = new Uint8Array(NONCE_BYTES + encrypted.byteLength);
    all.set(iv);
    all.set(new Uint8Array(encrypted), NONCE_BYTES);
    return all;
  }

  /** @returns `undefined` if the key or the additional data are others, or a bit was changed. */
  async #decrypt(additionalData: Uint8Array<ArrayBuffer>, sealed: Uint8Array): Promise<string | undefined> {
    const key = await this.#cryptoKey();
    // A copy: the bytes may be in shared memory, which WebCrypto does not read.
    const bytes = new Uint8Array(sealed);
    const iv = bytes.subarray(0, NONCE_BYTES);
    const parameters = { name: ALGORITHM, iv, additionalData };
    try {
      const plain = new Uint8Array(await crypto.subtle.decrypt(parameters, key, bytes.subarray(NONCE_BYTES)));
      const value = new TextDecoder().decode(plain);
      plain.fill(0);
      return value;
    } catch {
      return undefined;
    }
  }

  /** A random key is made on first use, because Workers allow no random numbers before the first request. */
  #cryptoKey(): Promise<CryptoKey> {
    // A promise, so that two first requests at the same time use the same key.
    this.#key ??= importKey(this.#bytes ?? crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
    this.#bytes = undefined;
    return this.#key;
  }
}

/** Overwrites the bytes afterwards. The `CryptoKey` does not give them out. */
function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const imported = crypto.subtle.importKey('raw', bytes, ALGORITHM, false, ['encrypt', 'decrypt']);
  return imported.finally(() => bytes.fill(0));
}

/** As JSON, so that no two locations have the same bytes. */
function locationBytes({ environment, accountId, slug, field }: ValueLocation): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([environment, accountId, slug, field]));
}

function isCryptoKey(key: unknown): key is CryptoKey {
  return typeof CryptoKey !== 'undefined' && key instanceof CryptoKey;
}

function isUsable({ algorithm, usages }: CryptoKey): boolean {
  const { name, length } = algorithm as AesKeyAlgorithm;
  return name === ALGORITHM && length === KEY_BYTES * 8 && usages.includes('encrypt') && usages.includes('decrypt');
}

/** A copy of the bytes, which the caller may overwrite; `undefined` if they are not a key. */
function keyBytes(key: unknown): Uint8Array<ArrayBuffer> | undefined {
  const bytes =
    typeof key === 'string' ? base64Bytes(key) : key instanceof Uint8Array ? new Uint8Array(key) : undefined;
  return bytes?.length === KEY_BYTES ? bytes : undefined;
}

function base64Bytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
