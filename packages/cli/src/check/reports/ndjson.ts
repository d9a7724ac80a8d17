/** NDJSON: a line for each rejected row and each row with hints, or for each line of the input. */

import type { Report, Write } from './report.ts';
import { acceptedJson, rejectionJson } from './row-json.ts';

/**
 * @param all - Whether the report has a line for each line of the input, also for accepted rows without hints and for
 *   blank lines.
 * @param hints - Whether rows with hints are listed.
 */
export function ndjsonReport(write: Write, all: boolean, hints: boolean): Report {
  const report: Report = {
    begin() {},
    rejected: (rejection) => write(`${rejectionJson(rejection)}\n`),
    end() {},
  };
  if (!all && !hints) return report;
  return {
    ...report,
    accepted(row) {
      if (all || row.hints.length > 0) write(`${acceptedJson(row)}\n`);
    },
  };
}
