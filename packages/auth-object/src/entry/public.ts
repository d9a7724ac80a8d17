/** What `auth-object` offers. */

export { app, apps, authStructure, inputFields, jsonSchema, registerApp, registerApps } from '../catalog/catalog.ts';
export { standardSchema } from '../catalog/standard-schema.ts';
export { checkAuthObject, checkRequest } from '../check/check.ts';
export type { HeadersLike } from '../check/headers.ts';
export type { RedactedRequest } from '../check/redact.ts';
export { redact } from '../check/redact.ts';
export { repair } from '../check/repair.ts';
export { describe } from '../describe/describe.ts';
export type { AuthObjectErrorCode } from '../error.ts';
export { AuthObjectError } from '../error.ts';
export type * from '../generated/codes.ts';
export type * from '../types/app.ts';
export type * from '../types/catalog.ts';
export type * from '../types/context.ts';
export type * from '../types/request.ts';
export type * from '../types/response.ts';
export type * from '../types/standard-schema.ts';
export type * from '../types/verdict.ts';
export type * from '../types/words.ts';
export type { WasmSource } from '../wasm/init.ts';
export { init } from '../wasm/init.ts';
