/** What a request can be copied as. */
import { curl, fetchCall, type RequestParts, sdk, typescript } from './request-code.ts';

export interface CopyTarget {
  readonly id: string;
  readonly label: string;
  readonly write: (parts: RequestParts) => string;
}

export const COPY_TARGETS: readonly CopyTarget[] = [
  { id: 'curl', label: 'cURL', write: curl },
  { id: 'fetch', label: 'fetch', write: fetchCall },
  { id: 'typescript', label: 'TypeScript', write: typescript },
  { id: 'client', label: 'Node client', write: (parts) => sdk({ ...parts, authObject: fieldsOf(parts.authObject) }) },
];

/** The client's documents show the fields alone, without the auth type around them. */
function fieldsOf(authObject: unknown): unknown {
  if (typeof authObject !== 'object' || authObject === null) return authObject;
  const [only, ...others] = Object.values(authObject);
  return others.length === 0 && typeof only === 'object' && only !== null && !Array.isArray(only) ? only : authObject;
}
