// The packed library.
import { checkAuthObject, checkRequest } from 'auth-object';
import { checkRows, RowChecker } from 'auth-object/rows';

const HEADERS = { 'x-api-key': 'tk-fake', linked_account_id: 'account:12345' };
const NO_HINTS = { hints: false };

export const needs = 'nothing';

export const checkRow = ({ slug, auth_object }) => checkAuthObject(slug, auth_object).ok;
export const checkText = (body) => checkRequest({ headers: HEADERS, body }).ok;
export const raisesHints = ({ slug, auth_object }) => checkAuthObject(slug, auth_object).hints.length > 0;
export const checkRowWithoutHints = ({ slug, auth_object }) => checkAuthObject(slug, auth_object, NO_HINTS).ok;
export const checkTextWithoutHints = (body) => checkRequest({ headers: HEADERS, body }, NO_HINTS).ok;

/** Counts the accepted rows of a file that comes in chunks of bytes. */
export function checkFile(chunks, options) {
  if (chunks.length === 1) return checkRows(chunks[0], options).accepted;
  const checker = new RowChecker(options);
  for (const chunk of chunks) checker.push(chunk);
  return checker.end().accepted;
}

/** The first call starts the library; there is no app to prepare. */
export function prepare() {
  checkAuthObject('netsuite', {});
}
