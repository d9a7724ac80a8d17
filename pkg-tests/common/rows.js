// A row, by the entry that has all of the main one too.
import { checkRows } from 'auth-object/rows';

export function rows() {
  return checkRows('{"slug":"gmial"}\n').byCode;
}
