/** Lists so many refused rows and no more; the counts stay whole. */
import type { Report } from './report.js';

/** The report with at most so many refused rows. */
export function limited(report: Report, most: number): Report {
  let listed = 0;
  return {
    ...report,
    refused(refusal) {
      if (listed < most) report.refused(refusal);
      listed += 1;
    },
  };
}
