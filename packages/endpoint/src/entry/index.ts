/** The local endpoint, for any runtime with `Request`, `Response` and WebCrypto. */
export { createEndpoint } from '../create-endpoint.ts';
export type { AesKey } from '../credentials/credential-cipher.ts';
export type { OpenOptions } from '../credentials/open-credentials.ts';
export { openCredentials } from '../credentials/open-credentials.ts';
export type { EndpointErrorCode, OptionErrorCode } from '../errors.ts';
export { EndpointError, OptionError } from '../errors.ts';
export type { Fault } from '../faults/fault.ts';
export { parseFault } from '../faults/parse-fault.ts';
export { seededRandom } from '../faults/seeded-random.ts';
export type { LogEntry } from '../log/log-entry.ts';
export type { EndpointOptions, Verifier } from '../options/endpoint-options.ts';
export type { Seed, SeedAccount, SeedEnvironment, SeedIntegration } from '../seed/seed.ts';
export { memoryStore } from '../stores/memory-store.ts';
export type { Environment, SealedValue, Store, StoredAccount, StoredIntegration } from '../stores/store.ts';
