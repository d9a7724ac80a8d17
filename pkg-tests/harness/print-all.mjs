// Prints what all cases say of a package that the caller imported: for programs.
import { loadCases } from '../cases-tools/load-cases.mjs';
import { allCases } from './all-cases.mjs';

export function printAll(api) {
  console.log(JSON.stringify(allCases(loadCases(), api)));
}
