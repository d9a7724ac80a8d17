/** For people: each kind of rejection and hint with its app, its number of rows, its first lines and what to do. */
import type { Colors } from '../../command/colors.ts';
import type { HintKind, Places, Summary } from '../check-summary.ts';
import { type Group, Groups, pathText } from '../groups.ts';
import { counted, inputName, type Report, repairWords, sentence, type Write } from './report.ts';

/** A person reads no more blocks. */
const MOST_BLOCKS = 30;
/** Blocks that are kept for hints, if there are enough hints. */
const HINT_BLOCKS = 10;
const INDENT = '  ';
/** Rules whose help depends on the value of the row. */
const VARYING: readonly string[] = [
  ...['invalid_json', 'invalid_csv', 'too_large', 'auth_object_required', 'auth_type', 'invalid_value'],
];

/** The report `pretty`. */
export function prettyReport(write: Write, colors: Colors): Report {
  const groups = new Groups();
  return {
    begin() {},
    rejected: (rejection) => groups.add(rejection),
    end(summary) {
      const all = groups.all;
      const kinds = summary.hints?.kinds ?? [];
      const isSingle = summary.files.length === 1;
      const shown = all.slice(0, MOST_BLOCKS - Math.min(kinds.length, HINT_BLOCKS));
      for (const group of shown) write(`${groupText(group, isSingle, colors)}\n`);
      const more = all.slice(shown.length).reduce((sum, { count }) => sum + count, groups.others);
      if (more > 0) {
        const words = `${counted(more, 'more row')} of other kinds; use --report json to list every row`;
        write(`${colors.dim(words)}\n\n`);
      }
      const shownKinds = kinds.slice(0, MOST_BLOCKS - shown.length);
      for (const kind of shownKinds) write(`${hintText(kind, summary, colors)}\n`);
      const moreKinds = kinds.length - shownKinds.length;
      if (moreKinds > 0) {
        write(`${colors.dim(`${counted(moreKinds, 'more kind')} of hints; use --report json to list them`)}\n\n`);
      }
      write(`${endText(summary, colors)}\n`);
      if (all.length + kinds.length > 0) {
        write(colors.dim('\nRun "auth-object explain CODE" to read more about a rule or hint.\n'));
      }
    },
  };
}

function hintText(kind: HintKind, summary: Summary, colors: Colors): string {
  const { app, field, code, count, repairable, help } = kind;
  const fixed = repairWords(count, repairable, summary);
  const head = ['hint', app, code, field].filter((word) => word !== undefined).join(' · ');
  const lines = [
    `${colors.yellow(counted(count, 'row'))}  ${colors.bold(head)}${fixed === undefined ? '' : ` (${fixed})`}`,
    `${INDENT}${colors.cyan(`→ ${help}`)}`,
    `${INDENT}${colors.dim(placesText(kind, summary.files.length === 1))}`,
  ];
  return `${lines.join('\n')}\n`;
}

function groupText(group: Group, isSingle: boolean, colors: Colors): string {
  const { slug, cause, count } = group;
  const { code, path, message, certainty } = cause;
  const where = pathText(path);
  const head = [slug, code, where === 'body' ? undefined : where].filter((word) => word !== undefined).join(' · ');
  const sure = certainty === 'likely' ? colors.yellow(' (likely)') : '';
  const lines = [
    `${colors.red(counted(count, 'row'))}  ${colors.bold(head)}${sure}`,
    `${INDENT}${printable(message)}`,
    `${INDENT}${colors.cyan(`→ ${helpText(group, isSingle)}`)}`,
    `${INDENT}${colors.dim(placesText(group, isSingle))}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The text without control characters, which would reach the terminal: a message may contain the ID of an account. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The help may differ from row to row: then it is that of the first. */
function helpText({ cause: { code, help }, count, places }: Group, isSingle: boolean): string {
  if (count === 1 || !VARYING.includes(code)) return help;
  const [{ file, line }] = places as [Group['places'][0]];
  return `${isSingle ? 'line ' : `${inputName(file)}:`}${line}: ${help}`;
}

function placesText({ places, count }: Places, isSingle: boolean): string {
  const more = count > places.length ? ', …' : '';
  if (!isSingle) return `at ${places.map(({ file, line }) => `${inputName(file)}:${line}`).join(', ')}${more}`;
  return `${count === 1 ? 'line' : 'lines'} ${places.map(({ line }) => line).join(', ')}${more}`;
}

function endText(summary: Summary, colors: Colors): string {
  const { rejected, likely, files, hints, repaired, isPartial } = summary;
  const unread = files.filter(({ error }) => error !== undefined).length;
  const isFine = rejected === 0 && !isPartial && unread === 0;
  const hasWarning = (hints?.rows ?? 0) > 0 || summary.accounts.repeated.count > 0;
  const mark = hasWarning ? colors.yellow('!') : colors.green('✓');
  const lines = [
    `${isFine ? mark : colors.red('✗')} ${sentence(summary)}`,
    ...(repaired === undefined ? [] : [`${INDENT}${counted(repaired, 'row')} repaired`]),
    ...hintedText(summary),
    ...accountTexts(summary),
    ...(unread > 0 ? [`${INDENT}${counted(unread, 'file')} could not be read completely`] : []),
    ...(likely > 0 ? [`${INDENT}${likelyText(likely)}`] : []),
    ...(isPartial ? [colors.yellow(`${INDENT}The check ended early. The rows after that are missing.`)] : []),
  ];
  return lines.join('\n');
}

function hintedText({ hints }: Summary): string[] {
  const rows = hints?.rows ?? 0;
  if (rows === 0) return [];
  return [`${INDENT}${counted(rows, 'accepted row')} ${rows === 1 ? 'has' : 'have'} a hint and may not work`];
}

function accountTexts({ accounts: { missing, repeated }, files }: Summary): string[] {
  const isSingle = files.length === 1;
  const text = (places: Places, verb: string, end = '') =>
    places.count === 0
      ? []
      : [`${INDENT}${counted(places.count, 'row')} ${verb}: ${placesText(places, isSingle)}${end}`];
  return [
    ...text(missing, `${missing.count === 1 ? 'has' : 'have'} no linked_account_id`),
    ...text(
      repeated,
      `${repeated.count === 1 ? 'repeats' : 'repeat'} the account and app of an earlier row`,
      '; the second overwrites the first',
    ),
  ];
}

function likelyText(likely: number): string {
  const what = `${counted(likely, 'rejection')} may be wrong: our schema for the app is unconfirmed, or the app is unknown`;
  return `${what}. Run "auth-object pull" to get the real one, or use --trust documented to accept such rows.`;
}
