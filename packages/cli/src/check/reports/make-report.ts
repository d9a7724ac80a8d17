/** Creates the report of the option `--report`. */
import type { Colors } from '../../command/colors.ts';
import { printableLines } from '../../command/printable.ts';
import type { Settings } from '../settings.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { junitReport, MOST_CASES } from './junit.ts';
import { limited } from './limited.ts';
import { ndjsonReport } from './ndjson.ts';
import { prettyReport } from './pretty.ts';
import type { Report, Write } from './report.ts';
import { MOST_RESULTS, sarifReport } from './sarif.ts';

/** @param colors - For the report `pretty`. */
export function makeReport(settings: Settings, write: Write, colors: Colors): Report {
  const { report, all, options, maxFailures } = settings;
  const most = maxFailures ?? Number.POSITIVE_INFINITY;
  // IDs and names come from the input, and a report may be printed.
  const writeSafe: Write = (text) => write(printableLines(text));
  switch (report) {
    case 'pretty':
      return prettyReport(write, colors, settings);
    case 'github':
      return githubReport(write, settings);
    case 'json':
      return limited(jsonReport(writeSafe), most);
    case 'ndjson':
      return limited(ndjsonReport(writeSafe, all, options.hints !== false), most);
    case 'junit':
      return junitReport(writeSafe, maxFailures ?? MOST_CASES, settings);
    case 'sarif':
      return limited(sarifReport(writeSafe, settings), maxFailures ?? MOST_RESULTS);
  }
}
