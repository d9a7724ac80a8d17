/** The local endpoint, for any runtime with fetch's `Request` and `Response`. */
export { createEndpoint } from '../create.ts';
export type { OpenOptions } from '../credentials.ts';
export { openCredentials } from '../credentials.ts';
export type { Fault } from '../faults.ts';
export { seededRandom } from '../faults.ts';
export type { LogEntry } from '../log.ts';
export { memoryStore } from '../memory-store.ts';
export type { EndpointOptions, Verifier } from '../options.ts';
export { parseFault } from '../parse-fault.ts';
export type { Seed, SeedAccount, SeedEnvironment, SeedIntegration } from '../seed.ts';
export type { Environment, SealedValue, Store, StoredAccount, StoredIntegration } from '../store.ts';
export type { AesKey } from '../vault.ts';
