import type { EndpointAnswer, FormRequest } from '@auth-object/form';

/**
 * Replace it with a call of your own server, which knows the API key and calls the endpoint:
 *
 * ```ts
 * return fetch('/connect', {
 *   method: 'POST',
 *   headers: { 'Content-Type': 'application/json' },
 *   body: JSON.stringify(request),
 * });
 * ```
 *
 * This sample answers as the endpoint does.
 */
export async function send(_request: FormRequest): Promise<EndpointAnswer> {
  return { status: 200, body: { success: true, message: 'Token migrated successfully' } };
}
