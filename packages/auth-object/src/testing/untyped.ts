/** The library as JavaScript sees it: tests pass wrong values on purpose and read members of verdicts without narrowing. */
import * as api from '../entry/index.ts';

// biome-ignore lint/suspicious/noExplicitAny: the point of this file.
export type Untyped = any;

const untyped: Untyped = api;
export const {
  AuthObjectError,
  DEFAULT_LIMITS,
  app,
  apps,
  authStructure,
  checkAuthObject,
  checkRequest,
  describe,
  init,
  inputFields,
  jsonSchema,
  redact,
  registerApp,
  registerApps,
  repair,
  standardSchema,
} = untyped;
