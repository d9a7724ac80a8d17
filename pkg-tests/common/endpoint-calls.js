// The local endpoint that every environment tests, and the calls it is sent, in this order.

/** The limit is small: a server may close the connection while the client still sends a large body. */
export const ENDPOINT = { linkedAccounts: 'any', limits: { requestBytes: 4096 } };

const API = '/api/v2/public';
const HEADERS = { 'x-api-key': 'tk_fake_1', linked_account_id: 'account:12345' };
const SLACK = { slug: 'slack', auth_object: { bot_token: 'fake-bot-token' } };

const CALLS = [
  ['PUT', `${API}/migrate-token`, SLACK],
  ['PUT', `${API}/migrate-token/slack`, SLACK],
  ['PUT', `${API}/migrate-token`, { ...SLACK, auth_object: { bot_token: ' ' } }],
  ['PUT', `${API}/migrate-token`, { ...SLACK, slug: 'custom' }],
  ['PUT', `${API}/migrate-token`, SLACK, { 'x-api-key': '' }],
  ['PUT', `${API}/migrate-token`, { filler: 'x'.repeat(ENDPOINT.limits.requestBytes) }],
  ['GET', `${API}/auth-structure/copper`],
  ['GET', `${API}/auth-structure/test-app`],
  ['GET', `${API}/linked-account`],
  ['DELETE', `${API}/linked-account/account:12345`],
  ['GET', `${API}/nothing`],
];

/**
 * @param {string} url where it answers, without a slash at the end
 * @param {(request: Request) => Promise<Response>} [ask] fetch, or the handler itself
 * @returns {Promise<[number, string][]>} the status and the body of each answer, without ids and times
 */
export async function endpointCalls(url, ask = fetch) {
  const answers = [];
  for (const [method, path, body, headers] of CALLS) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const request = new Request(url + path, { method, headers: { ...HEADERS, ...headers }, body: text });
    const answer = await ask(request);
    const answered = await answer.text();
    answers.push([answer.status, answered.replace(/"(_id|request_id|connectedAt)":"[^"]*"/g, '"$1":"…"')]);
  }
  return answers;
}
