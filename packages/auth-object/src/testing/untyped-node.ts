/** `auth-object/node` as JavaScript sees it; see untyped.ts. */
import * as api from '../entry/node.ts';
import type { Untyped } from './untyped.ts';

const untyped: Untyped = api;
export const { checkRowsFile } = untyped;
