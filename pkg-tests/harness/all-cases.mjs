// Runs every case of every file with the package's API. Runs anywhere.
import { runCase } from '../cases-tools/run-case.mjs';

/**
 * @param {{ file: string, cases: object[] }[]} files as cases-tools/load-cases.mjs reads them
 * @param api the package
 * @returns {{ cases: number, differences: string[] }} differences: a line for each; empty if all pass
 */
export function allCases(files, api) {
  const differences = [];
  let count = 0;
  for (const { file, cases } of files) {
    for (const one of cases) {
      count += 1;
      differences.push(...runCase(api, one).map((line) => `${file}: ${one.description}: ${line}`));
    }
  }
  return { cases: count, differences };
}
