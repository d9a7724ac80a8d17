/** The local endpoint, for any runtime with fetch's Request and Response. */
export { createEndpoint } from '../endpoint/create.js';
export type { OpenOptions } from '../endpoint/credentials.js';
export { openCredentials } from '../endpoint/credentials.js';
export type { Fault } from '../endpoint/faults.js';
export { seededRandom } from '../endpoint/faults.js';
export type { LogEntry } from '../endpoint/log.js';
export { memoryStore } from '../endpoint/memory-store.js';
export type { EndpointOptions, Verifier } from '../endpoint/options.js';
export { parseFault } from '../endpoint/parse-fault.js';
export type { Seed, SeedAccount, SeedEnvironment, SeedIntegration } from '../endpoint/seed.js';
export type { Environment, SealedValue, Store, StoredAccount, StoredIntegration } from '../endpoint/store.js';
export type { AesKey } from '../endpoint/vault.js';
