// A row, by the entry that has all of the main one too.
import { checkNdjson } from 'auth-object/rows';

export function rows() {
  return checkNdjson('{"slug":"gmial"}\n').byCode;
}
