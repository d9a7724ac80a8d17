/** For Node: the local endpoint as a server, a store in an SQLite file, verification by DNS. */
export type { SqliteStore } from '../node/sqlite-store.ts';
export { sqliteStore } from '../node/sqlite-store.ts';
export type { RunningEndpoint, StartOptions } from '../node/start-endpoint.ts';
export { startEndpoint } from '../node/start-endpoint.ts';
export type { HostLookup } from '../node/verify-by-dns.ts';
export { verifyByDns } from '../node/verify-by-dns.ts';
