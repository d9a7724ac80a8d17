/** What `auth-object` offers. */

export { app, apps, authStructure, inputFields, jsonSchema, registerApp, registerApps } from './api/catalog.js';
export { checkAuthObject, checkRequest } from './api/check.js';
export { describe } from './api/describe.js';
export type { WasmSource } from './api/init.js';
export { init } from './api/init.js';
export type { RedactedRequest } from './api/redact.js';
export { redact } from './api/redact.js';
export { repair } from './api/repair.js';
export { standardSchema } from './api/standard-schema.js';
export type { AuthObjectErrorCode } from './error.js';
export { AuthObjectError } from './error.js';
export type * from './generated/codes.js';
export type { HeadersLike } from './headers.js';
export type * from './types/app.js';
export type * from './types/catalog.js';
export type * from './types/context.js';
export type * from './types/request.js';
export type * from './types/response.js';
export type * from './types/standard-schema.js';
export type * from './types/verdict.js';
export type * from './types/words.js';
