/** `auth-object/rows` as JavaScript sees it; see untyped.ts. */
import * as api from '../entry/rows.ts';
import type { Untyped } from './untyped.ts';

const untyped: Untyped = api;
export const {
  AuthObjectError,
  RowChecker,
  RowDecoder,
  app,
  apps,
  checkAuthObject,
  checkRequest,
  checkRows,
  redact,
  registerApp,
  repair,
} = untyped;
