/** Calls a handler as a client would, without a network. */

export const API = '/api/v2/public';
export const HEADERS = { 'x-api-key': 'tk_fake_1', linked_account_id: 'account:12345' };

/** A response with its body as text and as JSON. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read any answer
  readonly body: any;
  readonly headers: Headers;
}

/** A function that sends requests to a handler. Bodies that are not strings are sent as JSON; `undefined` removes a header. */
export function client(handle: (request: Request) => Promise<Response>) {
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string | undefined> = {},
  ): Promise<Answer> => {
    const all = Object.entries({ ...HEADERS, ...headers }).filter(
      (one): one is [string, string] => one[1] !== undefined,
    );
    const sent = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
    const response = await handle(new Request(`http://localhost${path}`, { method, headers: all, body: sent }));
    const text = await response.text();
    return {
      status: response.status,
      text,
      body: text === '' ? undefined : JSON.parse(text),
      headers: response.headers,
    };
  };
}
