/** What `auth-object/node` offers. */
export type { FileOptions } from './file.js';
export { checkRowsFile } from './file.js';
export type { SqliteStore } from './sqlite-store.js';
export { sqliteStore } from './sqlite-store.js';
export type { RunningEndpoint, StartOptions } from './start-endpoint.js';
export { startEndpoint } from './start-endpoint.js';
export type { HostLookup } from './verify-dns.js';
export { verifyByDns } from './verify-dns.js';
