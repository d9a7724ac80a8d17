/** For Node, Bun and Deno: files, with all processors; the endpoint as a server. Everything else is in `auth-object`. */
import './index.js';

export type { FileOptions } from '../node/file.js';
export { checkNdjsonFile } from '../node/file.js';
export type { SqliteStore } from '../node/sqlite-store.js';
export { sqliteStore } from '../node/sqlite-store.js';
export type { RunningEndpoint, StartOptions } from '../node/start-endpoint.js';
export { startEndpoint } from '../node/start-endpoint.js';
export type { HostLookup } from '../node/verify-dns.js';
export { verifyByDns } from '../node/verify-dns.js';
