// Checks a row with the entry for files of rows.
import { checkRows } from 'auth-object/rows';

export function rows() {
  return checkRows('{"slug":"gmial"}\n').byCode;
}
