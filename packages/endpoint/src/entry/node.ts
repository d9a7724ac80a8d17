/** The local endpoint as a server of Node's, its store in SQLite, verification by DNS. */
export type { SqliteStore } from '../node/sqlite-store.ts';
export { sqliteStore } from '../node/sqlite-store.ts';
export type { RunningEndpoint, StartOptions } from '../node/start-endpoint.ts';
export { startEndpoint } from '../node/start-endpoint.ts';
export type { HostLookup } from '../node/verify-dns.ts';
export { verifyByDns } from '../node/verify-dns.ts';
