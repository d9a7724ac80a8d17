// Writes the reports of pkg-tests/row-cases as the built package gives them. Read the difference before you commit it:
// a report that is wrong is a bug.
//   node pkg-tests/cases-tools/update-row-cases.mjs
import { writeFileSync } from 'node:fs';
import { loadRowCases, printRowCases, ROW_CASES, reportOf } from './row-cases.mjs';

const api = await import('../../npm/dist/rows.js');
for (const { name, description, cases } of loadRowCases()) {
  const updated = cases.map(({ report: _, ...rest }) => ({ ...rest, report: reportOf(api, rest) }));
  writeFileSync(ROW_CASES + name, printRowCases({ description, cases: updated }));
}
