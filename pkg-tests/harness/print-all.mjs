// Runs all cases with a package that the caller imported, and prints the result.
import { loadCases } from '../cases-tools/load-cases.mjs';
import { allCases } from './all-cases.mjs';

export function printAll(api) {
  console.log(JSON.stringify(allCases(loadCases(), api)));
}
