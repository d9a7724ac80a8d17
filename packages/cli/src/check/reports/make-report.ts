/** Creates the report of the option `--report`. */
import type { Colors } from '../../command/colors.ts';
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
  switch (report) {
    case 'pretty':
      return prettyReport(write, colors, settings);
    case 'github':
      return githubReport(write, settings);
    case 'json':
      return limited(jsonReport(write), most);
    case 'ndjson':
      return limited(ndjsonReport(write, all, options.hints !== false), most);
    case 'junit':
      return junitReport(write, maxFailures ?? MOST_CASES, settings);
    case 'sarif':
      return limited(sarifReport(write, settings), maxFailures ?? MOST_RESULTS);
  }
}
