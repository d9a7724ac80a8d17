// `auth-object serve`, as a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { CLI } from './run.ts';

/**
 * Starts it on a free port, and waits until it says where it answers.
 *
 * @param {string[]} [args]
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 * @returns what it printed so far, where it answers, and how to end it by a signal
 */
export async function serve(args = [], { cwd = tmpdir(), env = {} } = {}) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', ...args], { cwd, env: { PATH, HOME, ...env } });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'])
    child[name].setEncoding('utf8').on('data', (text) => (printed[name] += text));
  const closed = once(child, 'close');
  while (!printed.stderr.includes('Ctrl-C')) {
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}: ${printed.stderr}`);
    await Promise.race([once(child.stderr, 'data'), closed]);
  }
  const [url] = /http:\/\/\S+:\d+/.exec(printed.stderr);
  return {
    url,
    printed,
    /** Ends it; gives its exit code, or the signal. */
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      const [code, by] = await closed;
      return code ?? by;
    },
  };
}

/** A request to migrate a token; in the form of the endpoint's document. */
export async function migrate(url, { slug = 'hubspot', authObject, account = 'YOUR_LINKED_ACCOUNT_ID', headers } = {}) {
  const answer = await fetch(`${url}/api/v2/public/migrate-token`, {
    method: 'PUT',
    headers: {
      'x-api-key': 'YOUR_API_KEY',
      linked_account_id: account,
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify({ slug, auth_object: authObject ?? { oauth2: { access_token: 'fake-access-token' } } }),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json().catch(() => undefined) };
}
