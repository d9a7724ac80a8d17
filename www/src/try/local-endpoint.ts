/** The local endpoint, running in the page. */
import {
  createEndpoint,
  type LogEntry,
  memoryStore,
  parseFault,
  type StoredAccount,
  type StoredIntegration,
} from '@auth-object/endpoint';
import type { PastedRequest } from '../paste/pasted.ts';

export interface Settings {
  readonly linkedAccounts: 'known' | 'any';
  /** As `parseFault` reads it; empty for none. */
  readonly fault: string;
}

export interface Account {
  readonly environment: 'test' | 'production';
  readonly account: StoredAccount;
  readonly integrations: readonly StoredIntegration[];
}

/** The browser's own message may contain the header. */
export class UnsendableError extends Error {
  override message = 'A browser cannot send it: its address, its method or a header is invalid.';
}

const ENVIRONMENTS = ['test', 'production'] as const;
/** The account that the examples name. */
const SEED = { environments: { test: { linked_accounts: [{ account_id: 'customer-42', name: 'Example customer' }] } } };
const KEY = crypto.getRandomValues(new Uint8Array(32));

export class LocalEndpoint {
  readonly log: LogEntry[] = [];
  readonly #store = memoryStore();
  #handle: (request: Request) => Promise<Response>;

  constructor(settings: Settings) {
    this.#handle = this.#create(settings, true);
  }

  /** Accounts and integrations stay. */
  use(settings: Settings): void {
    this.#handle = this.#create(settings, false);
  }

  /** Creates the accounts of the seed, which the endpoint does at its first request. */
  async start(): Promise<void> {
    await this.#handle(new Request('https://app.refold.ai/api/v2/public/auth-structure/slack'));
    this.log.length = 0;
  }

  /** @throws UnsendableError if a browser cannot make this request. */
  async send(pasted: PastedRequest): Promise<Response> {
    return this.#handle(toRequest(pasted));
  }

  async accounts(): Promise<Account[]> {
    const all = await Promise.all(
      ENVIRONMENTS.map(async (environment) => {
        const accounts = await this.#store.listAccounts(environment);
        return Promise.all(
          accounts.map(async (account) => ({
            environment,
            account,
            integrations: await this.#store.listIntegrations(environment, account.accountId),
          })),
        );
      }),
    );
    return all.flat();
  }

  #create({ linkedAccounts, fault }: Settings, isSeeded: boolean): (request: Request) => Promise<Response> {
    return createEndpoint({
      linkedAccounts,
      key: KEY,
      store: this.#store,
      log: (entry) => this.log.unshift(entry),
      ...(isSeeded && { seed: SEED }),
      ...(fault !== '' && { faults: [parseFault(fault)] }),
    });
  }
}

function toRequest({ url, method, headers, body }: PastedRequest): Request {
  const hasBody = body !== '' && method !== 'GET' && method !== 'HEAD';
  try {
    const address = new URL(url ?? '', 'https://app.refold.ai');
    return new Request(address, { method: method ?? 'PUT', headers: headers ?? {}, ...(hasBody && { body }) });
  } catch {
    throw new UnsendableError();
  }
}
