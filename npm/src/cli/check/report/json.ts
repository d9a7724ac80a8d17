/** JSON: one document. The refused rows are written as they come, the counts at the end. */
import { refusalJson } from './lines.js';
import type { Report, Write } from './report.js';

/** The report `json`. */
export function jsonReport(write: Write): Report {
  let isFirst = true;
  return {
    begin: () => write('{\n"failures": ['),
    refused(refusal) {
      write(`${isFirst ? '' : ','}\n${refusalJson(refusal)}`);
      isFirst = false;
    },
    end({ files, hints, isPartial, total, accepted, rejected, byCode, byApp }) {
      write(isFirst ? '],\n' : '\n],\n');
      const rest = { total, accepted, rejected, byCode, byApp, files, hints, partial: isPartial };
      const known = Object.entries(rest).filter(([, value]) => value !== undefined);
      const members = known.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
      write(`${members.join(',\n')}\n}\n`);
    },
  };
}
