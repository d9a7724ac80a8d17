// The packed package, as it is imported.
import { checkAuthObject, checkRequest } from 'auth-object';
import { NdjsonChecker } from 'auth-object/rows';

const HEADERS = { 'x-api-key': 'tk-fake', linked_account_id: 'account:12345' };
const NO_HINTS = { hints: false };

export const needs = 'nothing';

export const checkRow = ({ slug, auth_object }) => checkAuthObject(slug, auth_object).ok;
export const checkText = (body) => checkRequest({ headers: HEADERS, body }).ok;
export const raisesHints = ({ slug, auth_object }) => checkAuthObject(slug, auth_object).hints.length > 0;
export const checkRowWithoutHints = ({ slug, auth_object }) => checkAuthObject(slug, auth_object, NO_HINTS).ok;
export const checkTextWithoutHints = (body) => checkRequest({ headers: HEADERS, body }, NO_HINTS).ok;

export function checkLines(chunks) {
  const checker = new NdjsonChecker();
  for (const chunk of chunks) checker.push(chunk);
  return checker.end().accepted;
}

/** The first call starts the library; there is no app to prepare. */
export function prepare() {
  checkAuthObject('netsuite', {});
}
