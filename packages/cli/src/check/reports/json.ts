/** JSON: one document. Rejected rows are written as they come, the counts at the end. */
import type { FileSummary } from '../check-summary.ts';
import type { Report, Write } from './report.ts';
import { rejectionJson } from './row-json.ts';

/** The report `json`. */
export function jsonReport(write: Write): Report {
  let isFirst = true;
  return {
    begin: () => write('{\n"failures": ['),
    rejected(rejection) {
      write(`${isFirst ? '' : ','}\n${rejectionJson(rejection)}`);
      isFirst = false;
    },
    end({ files, isPartial, ...counts }) {
      const isRepaired = counts.repaired !== undefined;
      write(isFirst ? '],\n' : '\n],\n');
      const all = { ...counts, files: files.map((file) => fileOf(file, isRepaired)), partial: isPartial };
      const known = Object.entries(all).filter(([, value]) => value !== undefined);
      const members = known.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
      write(`${members.join(',\n')}\n}\n`);
    },
  };
}

function fileOf({ name, report, error }: FileSummary, isRepaired: boolean) {
  const { format, total, accepted, rejected, likely, byCode, byApp, columns, repaired } = report;
  return {
    ...{ name, format, total, accepted, rejected, likely, byCode, byApp },
    columns: columns.length === 0 ? undefined : columns,
    export: report.export,
    repaired: isRepaired ? repaired : undefined,
    error,
  };
}
