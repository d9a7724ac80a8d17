// Calls a handler as a client would, without a network.

export const API = '/api/v2/public';
export const HEADERS = { 'x-api-key': 'tk_fake_1', linked_account_id: 'account:12345' };

/**
 * @param handle what createEndpoint gives
 * @returns {(method: string, path: string, body?: unknown, headers?: Record<string, string | undefined>) => Promise<{ status: number, text: string, body: any, headers: Headers }>}
 *   bodies other than texts are sent as JSON; a header that is undefined is left out
 */
export function client(handle) {
  return async (method, path, body, headers = {}) => {
    const all = Object.entries({ ...HEADERS, ...headers }).filter(([, value]) => value !== undefined);
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await handle(new Request(`http://localhost${path}`, { method, headers: all, body: text }));
    const answered = await answer.text();
    return { status: answer.status, text: answered, body: parsed(answered), headers: answer.headers };
  };
}

function parsed(text) {
  return text === '' ? undefined : JSON.parse(text);
}
