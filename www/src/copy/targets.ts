/** The formats in which a request can be copied. */
import { curl, fetchCall, type RequestParts, sdk, typescript } from '@auth-object/reference';

export interface CopyTarget {
  readonly id: string;
  readonly label: string;
  /** Whether the format can contain the variables of a pasted call. */
  readonly isCode: boolean;
  readonly write: (parts: RequestParts) => string;
}

export const COPY_TARGETS: readonly CopyTarget[] = [
  { id: 'curl', label: 'cURL', isCode: false, write: curl },
  { id: 'fetch', label: 'fetch', isCode: true, write: fetchCall },
  { id: 'typescript', label: 'TypeScript', isCode: true, write: typescript },
  {
    id: 'client',
    label: 'Node client',
    isCode: true,
    write: (parts) => sdk({ ...parts, authObject: fieldsOf(parts.authObject) }),
  },
];

/** The client's documents have the fields without the auth type around them. */
function fieldsOf(authObject: unknown): unknown {
  if (typeof authObject !== 'object' || authObject === null) return authObject;
  const [only, ...others] = Object.values(authObject);
  return others.length === 0 && typeof only === 'object' && only !== null && !Array.isArray(only) ? only : authObject;
}
