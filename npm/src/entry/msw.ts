/** Handlers for Mock Service Worker, which is the user's own. */
import './index.js';

export type { MswOptions } from '../endpoint/msw-handlers.js';
export { handlers } from '../endpoint/msw-handlers.js';
