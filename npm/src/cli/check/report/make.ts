/** The report that was asked for. */
import type { Colors } from '../../colors.js';
import type { Settings } from '../settings.js';
import { githubReport } from './github.js';
import { jsonReport } from './json.js';
import { junitReport, MOST_CASES } from './junit.js';
import { limited } from './limited.js';
import { ndjsonReport } from './ndjson.js';
import { prettyReport } from './pretty.js';
import type { Report, Write } from './report.js';
import { MOST_RESULTS, sarifReport } from './sarif.js';

/** @param colors - For the report that people read. */
export function makeReport(settings: Settings, write: Write, colors: Colors): Report {
  const { report, all, options, maxFailures } = settings;
  const most = maxFailures ?? Number.POSITIVE_INFINITY;
  switch (report) {
    case 'pretty':
      return prettyReport(write, colors);
    case 'github':
      return githubReport(write);
    case 'json':
      return limited(jsonReport(write), most);
    case 'ndjson':
      return limited(ndjsonReport(write, all, options.hints !== false), most);
    case 'junit':
      return junitReport(write, maxFailures ?? MOST_CASES);
    case 'sarif':
      return limited(sarifReport(write), maxFailures ?? MOST_RESULTS);
  }
}
