/** The local endpoint, for Node, browsers, Bun and Deno. */
import './index.js';

export * from '../endpoint/api.js';
