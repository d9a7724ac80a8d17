/** The row in which an input was broken off. */
import type { CheckedRow, RowsReport } from '../../types/rows.js';

const NO_APP = '(unknown)';

/**
 * The report without the rejected rows that only the end of the checker listed. They are the row in which the input was
 * broken off, and the array that was not closed: nobody knows what they were.
 */
export function withoutUnfinished(report: RowsReport): RowsReport {
  const rows = report.rows.filter((row): row is CheckedRow & { ok: false } => !row.ok);
  const byCode = { ...report.byCode };
  const byApp = Object.fromEntries(Object.entries(report.byApp).map(([app, count]) => [app, { ...count }]));
  let likely = 0;
  for (const { slug, certainty, issues } of rows) {
    const isLikely = certainty === 'likely' ? 1 : 0;
    likely += isLikely;
    const { code } = issues[0];
    const count = byCode[code];
    if (count === 1) delete byCode[code];
    else if (count !== undefined) byCode[code] = count - 1;
    const name = slug !== undefined && slug in byApp ? slug : NO_APP;
    const app = byApp[name];
    if (app === undefined) continue;
    app.total -= 1;
    app.rejected -= 1;
    app.likely -= isLikely;
    if (app.total === 0) delete byApp[name];
  }
  return {
    ...report,
    ...{ byCode, byApp, rows: [], likely: report.likely - likely },
    total: report.total - rows.length,
    rejected: report.rejected - rows.length,
  };
}
