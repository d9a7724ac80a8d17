/** The credentials of an accepted request: read from its body, and encrypted. */
import type { AcceptedVerdict } from 'auth-object';
import { isJsonObject } from '../http/body.ts';
import type { SealedValue } from '../stores/store.ts';
import { toWellFormed } from '../stores/well-formed.ts';
import type { CredentialCipher, ValueLocation } from './credential-cipher.ts';

/** What a request connects an app with. */
export interface Credentials {
  readonly authType: string | null;
  /** The values by field. */
  readonly values: ReadonlyMap<string, string>;
}

/** The credentials in an auth_object that the verdict accepted. */
export function credentialsOf(authObject: unknown, verdict: AcceptedVerdict): Credentials {
  const top = isJsonObject(authObject) ? authObject : {};
  const [key] = Object.keys(top);
  const fields = verdict.shape === 'typed' && key !== undefined ? top[key] : top;
  // For an app outside the catalogue, the request alone names the auth type.
  const named = verdict.shape === 'typed' && key !== undefined ? toWellFormed(key) : null;
  const authType = verdict.authType ?? named;
  const strings = Object.entries(isJsonObject(fields) ? fields : {}).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  // As the library reads them, and as they will be encrypted.
  return { authType, values: new Map(strings.map(([field, value]) => [toWellFormed(field), toWellFormed(value)])) };
}

/** Encrypts each value for its location. */
export function encryptAll(
  cipher: CredentialCipher,
  location: Omit<ValueLocation, 'field'>,
  values: ReadonlyMap<string, string>,
): Promise<SealedValue[]> {
  const sealed = async ([field, value]: [string, string]) => ({
    field,
    sealed: await cipher.encrypt({ ...location, field }, value),
  });
  return Promise.all([...values].map(sealed));
}
