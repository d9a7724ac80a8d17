/**
 * Replace it with a call of your own server, which knows the API key and calls the endpoint:
 *
 * ```js
 * return fetch('/connect', {
 *   method: 'POST',
 *   headers: { 'Content-Type': 'application/json' },
 *   body: JSON.stringify(request),
 * });
 * ```
 *
 * This sample answers as the endpoint does.
 */
export async function send(_request) {
  return { status: 200, body: { success: true, message: 'Token migrated successfully' } };
}
