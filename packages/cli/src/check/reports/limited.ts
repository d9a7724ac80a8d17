/** Limits how many rejected rows a report lists. */
import type { Report } from './report.ts';

/** @param most - The number of rejected rows that are listed; the counts include all. */
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
