/** What `auth-object` exports. */

export type * from '../catalog/app.ts';
export { app, apps } from '../catalog/apps.ts';
export type * from '../catalog/auth-object.ts';
export { authStructure, inputFields, jsonSchema } from '../catalog/exports.ts';
export { registerApp, registerApps } from '../catalog/registry.ts';
export { checkAuthObject, checkRequest } from '../check/check.ts';
export type { HeadersLike } from '../check/headers.ts';
export type * from '../check/options.ts';
export type { RedactedRequest } from '../check/redact.ts';
export { redact } from '../check/redact.ts';
export { repair } from '../check/repair.ts';
export type * from '../check/request.ts';
export { describe } from '../describe/describe.ts';
export type * from '../describe/words.ts';
export type { AuthObjectErrorCode } from '../error.ts';
export { AuthObjectError } from '../error.ts';
export type * from '../generated/codes.ts';
export type * from '../standard-schema/interfaces.ts';
export { standardSchema } from '../standard-schema/standard-schema.ts';
export type * from '../verdict/hint.ts';
export type * from '../verdict/issue.ts';
export type * from '../verdict/reason.ts';
export type * from '../verdict/response.ts';
export type * from '../verdict/verdict.ts';
export type { WasmSource } from '../wasm/init.ts';
export { init } from '../wasm/init.ts';
