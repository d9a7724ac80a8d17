/**
 * Workflow commands of GitHub Actions: an annotation for each kind of rejection and of hint, at its first row. GitHub shows
 * ten errors, ten warnings and ten notices of a step, so the most frequent kinds come first and the others are only counted.
 */

import type { HintKind, Summary } from '../check-summary.ts';
import { Groups, pathText } from '../groups.ts';
import { counted, inputName, type Report, repairWords, sentence, type Write } from './report.ts';

/** How many annotations of a level GitHub shows for a step. */
const MOST_OF_A_LEVEL = 10;

/** The report `github`. */
export function githubReport(write: Write): Report {
  const groups = new Groups();
  return {
    begin() {},
    rejected: (rejection) => groups.add(rejection),
    end(summary) {
      const left = { error: MOST_OF_A_LEVEL, warning: MOST_OF_A_LEVEL };
      for (const { name, error } of summary.files) {
        if (error !== undefined && left.error-- > 0)
          command('error', { file: fileOf(name) }, `${inputName(name)} ${error}`);
      }
      let unshown = groups.others;
      for (const { slug, cause, count, places } of groups.all) {
        const { code, path, message, help, certainty } = cause;
        const level = certainty === 'certain' ? 'error' : 'warning';
        if (left[level] === 0) {
          unshown += count;
          continue;
        }
        left[level] -= 1;
        const [{ file, line }] = places as [(typeof places)[0]];
        const rows = count === 1 ? '' : ` (${counted(count, 'row')}, this is the first)`;
        const title = [slug, code].filter((word) => word !== undefined).join(': ');
        const text = `${pathText(path)}: ${message}${rows}\n${help}`;
        command(level, { file: fileOf(file), line: String(line), title }, text);
      }
      for (const kind of summary.hints?.kinds.slice(0, MOST_OF_A_LEVEL - 1) ?? []) notice(kind, summary);
      command('notice', { title: 'auth-object check' }, words(summary, unshown));
    },
  };

  function notice({ app, code, field, help, count, repairable, places }: HintKind, summary: Summary): void {
    const [{ file, line }] = places as [(typeof places)[0]];
    const first = count === 1 ? undefined : `${counted(count, 'row')}, this is the first`;
    const more = [first, repairWords(count, repairable, summary)].filter((words) => words !== undefined);
    const text = more.length === 0 ? help : `${help} (${more.join('; ')})`;
    const title = `hint: ${[app, code, field].filter((word) => word !== undefined).join(': ')}`;
    command('notice', { file: fileOf(file), line: String(line), title }, text);
  }

  function command(name: string, properties: Record<string, string | undefined>, message: string): void {
    const list = Object.entries(properties).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}=${property(value)}`],
    );
    write(`::${name}${list.length === 0 ? '' : ` ${list.join(',')}`}::${data(message)}\n`);
  }
}

function words(summary: Summary, unshown: number): string {
  const more = unshown === 0 ? '' : `; ${counted(unshown, 'rejected row')} of other kinds without an annotation`;
  return `${sentence(summary)}${more}${summary.isPartial ? '; ended early, so rows are missing' : ''}`;
}

/** Standard input has no file to annotate. */
function fileOf(file: string): string | undefined {
  return file === '-' ? undefined : file;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
