/** What the entries of the local endpoint offer, for any runtime with fetch's Request and Response. */
export { createEndpoint } from './create.js';
export type { OpenOptions } from './credentials.js';
export { openCredentials } from './credentials.js';
export type { Fault } from './faults.js';
export { seededRandom } from './faults.js';
export type { LogEntry } from './log.js';
export { memoryStore } from './memory-store.js';
export type { EndpointOptions, Verifier } from './options.js';
export { parseFault } from './parse-fault.js';
export type { Seed, SeedAccount, SeedEnvironment, SeedIntegration } from './seed.js';
export type { Environment, SealedValue, Store, StoredAccount, StoredIntegration } from './store.js';
export type { AesKey } from './vault.js';
