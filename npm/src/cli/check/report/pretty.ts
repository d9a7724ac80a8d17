/** For people: which app, which failure, how many, the first lines, what to do. */
import type { Colors } from '../../colors.js';
import { type Group, Groups, pathText } from '../groups.js';
import type { HintKind } from '../hint-kinds.js';
import { counted, inputName, type Report, repairWords, type Summary, sentence, type Write } from './report.js';

/** So many kinds of failures fit on what a person reads. */
const MOST_SHOWN = 30;
const INDENT = '  ';
/** Rules whose help tells what stands there instead. */
const VARYING = ['invalid_json', 'invalid_csv', 'auth_object_required', 'auth_type', 'invalid_value'];

/** The report `pretty`. */
export function prettyReport(write: Write, colors: Colors): Report {
  const groups = new Groups();
  return {
    begin() {},
    refused: (refusal) => groups.add(refusal),
    end(summary) {
      const all = groups.all;
      const isSingle = summary.files.length === 1;
      for (const group of all.slice(0, MOST_SHOWN)) write(`${groupText(group, isSingle, colors)}\n`);
      const unshown = all.slice(MOST_SHOWN).reduce((sum, { count }) => sum + count, groups.others);
      if (unshown > 0) {
        const words = `${counted(unshown, 'more row')} of other kinds; --report json lists every row`;
        write(`${colors.dim(words)}\n\n`);
      }
      for (const kind of summary.hints?.kinds ?? []) write(`${hintText(kind, summary, colors)}\n`);
      write(`${endText(summary, groups, colors)}\n`);
    },
  };
}

function hintText(kind: HintKind, summary: Summary, colors: Colors): string {
  const { code, count, repairable, help } = kind;
  const fixed = repairWords(count, repairable, summary);
  const isSingle = summary.files.length === 1;
  const lines = [
    `${colors.yellow(counted(count, 'row'))}  ${colors.bold(`hint · ${code}`)}${fixed === undefined ? '' : ` (${fixed})`}`,
    `${INDENT}${colors.cyan(`→ ${help}`)}`,
    `${INDENT}${colors.dim(placesText(kind, isSingle))}`,
  ];
  return `${lines.join('\n')}\n`;
}

function groupText(group: Group, isSingle: boolean, colors: Colors): string {
  const { slug, code, path, message, detail, count } = group;
  const where = pathText(path);
  const head = [slug, code, where === 'body' ? undefined : where].filter((word) => word !== undefined).join(' · ');
  const sure = detail.certainty === 'likely' ? colors.yellow(' (likely)') : '';
  const lines = [
    `${colors.red(counted(count, 'row'))}  ${colors.bold(head)}${sure}`,
    `${INDENT}${message}`,
    ...(detail.help === undefined ? [] : [`${INDENT}${colors.cyan(`→ ${helpText(group, detail.help, isSingle)}`)}`]),
    `${INDENT}${colors.dim(placesText(group, isSingle))}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** What is wrong may differ from row to row where the place is the same: then it is that of the first. */
function helpText({ code, count, places }: Group, help: string, isSingle: boolean): string {
  if (count === 1 || !VARYING.includes(code)) return help;
  const [{ file, line }] = places as [Group['places'][0]];
  return `${isSingle ? 'line ' : `${inputName(file)}:`}${line}: ${help}`;
}

function placesText({ places, count }: Pick<Group, 'places' | 'count'>, isSingle: boolean): string {
  const more = count > places.length ? ', …' : '';
  if (!isSingle) return `at ${places.map(({ file, line }) => `${inputName(file)}:${line}`).join(', ')}${more}`;
  return `${count === 1 ? 'line' : 'lines'} ${places.map(({ line }) => line).join(', ')}${more}`;
}

function hintedText(summary: Summary): string[] {
  const { rows = 0, repairable = 0 } = summary.hints ?? {};
  if (rows === 0) return [];
  const fixed = repairWords(rows, repairable, summary);
  const what = `${counted(rows, 'accepted row')} ${rows === 1 ? 'has' : 'have'} a hint and may not work`;
  return [`${INDENT}${what}${fixed === undefined ? '' : `; ${fixed}`}`];
}

function endText(summary: Summary, groups: Groups, colors: Colors): string {
  const { rejected, files, hints, isPartial } = summary;
  const repaired = files.reduce((sum, file) => sum + (file.repaired ?? 0), 0);
  const likely = groups.all.reduce((sum, { detail, count }) => sum + (detail.certainty === 'likely' ? count : 0), 0);
  const unread = files.filter(({ error }) => error !== undefined).length;
  const isFine = rejected === 0 && !isPartial && unread === 0;
  const mark = hints !== undefined && hints.rows > 0 ? colors.yellow('!') : colors.green('✓');
  const lines = [
    `${isFine ? mark : colors.red('✗')} ${sentence(summary)}`,
    ...(files.some((file) => file.repaired !== undefined) ? [`${INDENT}${counted(repaired, 'row')} repaired`] : []),
    ...hintedText(summary),
    ...(unread > 0 ? [`${INDENT}${counted(unread, 'input')} not read, or not to the end`] : []),
    ...(likely > 0
      ? [
          `${INDENT}${groups.others > 0 ? 'at least ' : ''}${counted(likely, 'refusal')} only likely: ${likely === 1 ? 'it rests' : 'they rest'} on a guessed schema or an app that the catalogue lacks (--trust documented accepts such rows; "auth-object pull" fetches the real schemas)`,
        ]
      : []),
    ...(isPartial ? [colors.yellow(`${INDENT}Interrupted: this is what was found until then.`)] : []),
  ];
  return lines.join('\n');
}
