/** For Node, Bun and Deno: files, with all processors; the endpoint as a server. Everything else is in `auth-object`. */
import './rows.ts';

export * from '../node/api.ts';
