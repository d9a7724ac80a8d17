/** The local endpoint as handlers of Mock Service Worker. */
export type { MswOptions } from '../msw/handlers.ts';
export { handlers } from '../msw/handlers.ts';
