/** NDJSON: a line for each refused row, or for each line of the input. */
import { refusalJson } from './lines.js';
import type { Report, Write } from './report.js';

/**
 * @param all - Whether accepted rows and blank lines are told too, so that the report has a line for each line of the
 *   input, in the same order.
 */
export function ndjsonReport(write: Write, all: boolean): Report {
  const report: Report = {
    begin() {},
    refused: (refusal) => write(`${refusalJson(refusal)}\n`),
    end() {},
  };
  if (!all) return report;
  let file: string | undefined;
  let start = '';
  return {
    ...report,
    passed(row) {
      if (row.file !== file) start = `{"file":${JSON.stringify((file = row.file))},"line":`;
      write(`${start}${row.line},${row.isBlank ? '"blank":true' : '"ok":true'}}\n`);
    },
  };
}
