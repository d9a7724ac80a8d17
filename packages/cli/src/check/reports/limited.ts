/** Lists the first rejected rows only; the counts stay whole. */
import type { Report } from './report.ts';

/** The report with at most so many rejected rows. */
export function limited(report: Report, most: number): Report {
  let listed = 0;
  return {
    ...report,
    rejected(rejection) {
      if (listed < most) report.rejected(rejection);
      listed += 1;
    },
  };
}
