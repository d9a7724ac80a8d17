/** `auth-object serve` in a process. */
import { once } from 'node:events';
import { printed, type RunOptions, start } from './run.ts';

export interface Served {
  readonly url: string;
  /** What it has printed so far. */
  readonly printed: { readonly stdout: string; readonly stderr: string };
  /** Ends it by a signal. @returns its exit code, or the signal. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

/** Starts it on a free port, and waits until it says that it is ready. */
export async function serve(args: readonly string[] = [], options: RunOptions = {}): Promise<Served> {
  const child = start(['serve', '--port', '0', ...args], options);
  const texts = printed(child);
  const closed = once(child, 'close');
  while (!texts.stderr.includes('Ctrl-C')) {
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}: ${texts.stderr}`);
    await Promise.race([once(child.stderr, 'data'), closed]);
  }
  const [url = ''] = /http:\/\/\S+:\d+/.exec(texts.stderr) ?? [];
  return {
    url,
    printed: texts,
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      const [code, by] = await closed;
      return code ?? by;
    },
  };
}

export interface Migration {
  readonly slug?: string;
  readonly authObject?: unknown;
  readonly account?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request to migrate a token, in the form of the endpoint's document. */
export async function migrate(
  url: string,
  { slug = 'hubspot', authObject, account = 'YOUR_LINKED_ACCOUNT_ID', headers }: Migration = {},
) {
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
