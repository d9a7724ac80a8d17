/** Encrypts credential values: AES-256-GCM by WebCrypto. */
import type { Environment } from './store.ts';

/** NIST SP 800-38D, 8.2.2: 96 random bits a value. */
const NONCE_BYTES = 12;
const KEY_BYTES = 32;
const ALGORITHM = 'AES-GCM';

/** What a value belongs to; another place cannot open it. */
export interface Place {
  readonly environment: Environment;
  /** The caller's id of the linked account. */
  readonly accountId: string;
  readonly slug: string;
  readonly field: string;
}

/** A `CryptoKey`, by its members: not all types of a runtime have the name. */
export interface AesKey {
  readonly type: string;
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string };
  readonly usages: readonly string[];
}

/** A key, and what it locks. */
export class Vault {
  #bytes: Uint8Array<ArrayBuffer> | undefined;
  #key: CryptoKey | undefined;

  /**
   * @param key - 32 bytes, as they are or as base64, or a key of WebCrypto; one is made where it is absent.
   * @throws TypeError for any other key, or where the runtime has no WebCrypto.
   */
  constructor(key?: AesKey | Uint8Array | string) {
    if (globalThis.crypto?.subtle === undefined) {
      throw new TypeError('auth-object: WebCrypto is missing, which keeps credentials encrypted; a page needs HTTPS.');
    }
    if (key === undefined) return;
    if (isCryptoKey(key)) this.#key = key;
    else this.#bytes = keyBytes(key);
  }

  /** @returns 12 bytes nonce, the ciphertext, 16 bytes tag. */
  async seal(place: Place, value: string): Promise<Uint8Array> {
    const key = await this.#whole();
    const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const text = new TextEncoder().encode(value);
    const sealed = await crypto.subtle.encrypt({ name: ALGORITHM, iv, additionalData: named(place) }, key, text);
    const all = new Uint8Array(NONCE_BYTES + sealed.byteLength);
    all.set(iv);
    all.set(new Uint8Array(sealed), NONCE_BYTES);
    return all;
  }

  /** @throws Error where the key or the place is another one, or a bit was changed. */
  async open(place: Place, sealed: Uint8Array): Promise<string> {
    const key = await this.#whole();
    const bytes = new Uint8Array(sealed);
    const iv = bytes.subarray(0, NONCE_BYTES);
    try {
      const text = await crypto.subtle.decrypt(
        { name: ALGORITHM, iv, additionalData: named(place) },
        key,
        bytes.subarray(NONCE_BYTES),
      );
      return new TextDecoder().decode(text);
    } catch (cause) {
      throw new Error('auth-object: a value cannot be decrypted; it was changed, or encrypted with another key.', {
        cause,
      });
    }
  }

  /** Workers allow no random numbers before the first request, so a key is made when it is asked for. */
  async #whole(): Promise<CryptoKey> {
    if (this.#key !== undefined) return this.#key;
    // Two first requests at once must not make two keys.
    this.#bytes ??= crypto.getRandomValues(new Uint8Array(KEY_BYTES));
    this.#key = await crypto.subtle.importKey('raw', this.#bytes, ALGORITHM, false, ['encrypt', 'decrypt']);
    return this.#key;
  }
}

/** As JSON, so that no two places have the same bytes. */
function named({ environment, accountId, slug, field }: Place): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([environment, accountId, slug, field]));
}

function isCryptoKey(key: AesKey | Uint8Array | string): key is CryptoKey {
  if (typeof CryptoKey === 'undefined' || !(key instanceof CryptoKey)) return false;
  const { name, length } = key.algorithm as AesKeyAlgorithm;
  const fits = name === ALGORITHM && length === KEY_BYTES * 8;
  if (fits && key.usages.includes('encrypt') && key.usages.includes('decrypt')) return true;
  throw new TypeError('auth-object: the key must be one of AES-GCM with 256 bits, to encrypt and decrypt.');
}

function keyBytes(key: unknown): Uint8Array<ArrayBuffer> {
  const bytes = typeof key === 'string' ? bytesOfBase64(key) : key;
  if (bytes instanceof Uint8Array && bytes.length === KEY_BYTES) return new Uint8Array(bytes);
  throw new TypeError(
    'auth-object: the key must be 32 bytes, as a Uint8Array or as base64; `openssl rand -base64 32` makes one.',
  );
}

function bytesOfBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
