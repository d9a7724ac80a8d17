// Writes the reports in pkg-tests/row-cases with the built library. Read the diff before you commit it: a wrong report is
// a bug.
//   node pkg-tests/cases-tools/update-row-cases.mjs
import { writeFileSync } from 'node:fs';
import { loadRowCases, printRowCases, ROW_CASES, reportOf } from './row-cases.mjs';

const api = await import('../../packages/auth-object/dist/rows.js');
for (const { name, description, cases } of loadRowCases()) {
  const updated = cases.map(({ report: _, ...rest }) => ({ ...rest, report: reportOf(api, rest) }));
  writeFileSync(ROW_CASES + name, printRowCases({ description, cases: updated }));
}
