/** For people: each cause of rejections and hints with its rows, its apps and fields, what to do, and its first lines. */
import type { Colors } from '../../command/colors.ts';
import { printable } from '../../command/printable.ts';
import type { Summary } from '../check-summary.ts';
import { type Failing, hasFailed } from '../failing.ts';
import { type Group, Groups } from '../groups.ts';
import type { HintGroup } from '../hint-groups.ts';
import type { Places } from '../places.ts';
import { helpsOf } from '../rejection.ts';
import { Tally } from '../tally.ts';
import {
  counted,
  hintedFields,
  hintedHelps,
  inputName,
  type Report,
  repairWords,
  sentence,
  tallyText,
  type Write,
} from './report.ts';

/** A person reads no more. */
const MOST_GROUPS = 20;
const MOST_APPS = 5;
const MOST_HELPS = 3;
/** With more groups, each is shorter. */
const FEW_GROUPS = 8;
const INDENT = '  ';
const LIKELY =
  'The endpoint may accept it: our schema for the app is unconfirmed, or the app is unknown. ' +
  'Run "auth-object pull" to get the real schema and be certain.';

/** A group as it is printed. */
interface Block extends Places {
  readonly code: string;
  readonly apps: Tally;
  readonly note?: string | undefined;
  readonly message?: string | undefined;
  readonly helps: Tally;
}

/** The report `pretty`. */
export function prettyReport(write: Write, colors: Colors, failing: Failing): Report {
  const groups = new Groups();
  return {
    begin() {},
    rejected: (rejection) => groups.add(rejection),
    end(summary) {
      const { rejected, likely, hints } = summary;
      const isLikely = (group: Group) => group.certainty === 'likely';
      const hinted = hints?.causes ?? [];
      const { red, yellow } = colors;
      const all = groups.all;
      const isShort = all.length + hinted.length > FEW_GROUPS;
      section(
        red(`Rejected: ${counted(rejected - likely, 'row')}`),
        all.filter((group) => !isLikely(group)).map(rejectedBlock),
      );
      section(
        (failing.strict ? red : yellow)(`Likely rejected: ${counted(likely, 'row')}`),
        all.filter(isLikely).map(rejectedBlock),
        LIKELY,
      );
      section(
        (failing.failOnHints ? red : yellow)(hintedText(hints?.rows ?? 0)),
        hinted.map((group) => hintBlock(group, summary)),
      );
      write(`${endText(summary, failing, colors)}\n`);
      if (all.length + hinted.length > 0) {
        write(colors.dim('\nRun "auth-object explain CODE" to read more about a rule or hint.\n'));
      }

      function section(title: string, blocks: readonly Block[], text?: string): void {
        if (blocks.length === 0) return;
        write(`${colors.bold(title)}\n${text === undefined ? '' : `${text}\n`}`);
        for (const block of blocks.slice(0, MOST_GROUPS)) {
          write(`${blockText(block, summary.files.length === 1, isShort, colors)}\n`);
        }
        const more = blocks.length - MOST_GROUPS;
        if (more > 0) write(`${colors.dim(`${counted(more, 'more cause')}; use --report json to list every row`)}\n\n`);
      }
    },
  };
}

function rejectedBlock(group: Group): Block {
  const { code, apps, first, message, helps, count, places } = group;
  // The place of a syntax error helps if there is one.
  const all = count === 1 ? new Tally(helpsOf(first)) : helps;
  return { code, apps, message, helps: all, count, places };
}

function hintBlock(group: HintGroup, summary: Summary): Block {
  const { code, count, repairable, places } = group;
  const note = repairWords(count, repairable, summary);
  return { code, apps: hintedFields(group), note, helps: hintedHelps(group), count, places };
}

function blockText(block: Block, isSingle: boolean, isShort: boolean, colors: Colors): string {
  const { code, apps, note, message, helps, count } = block;
  const named = printable(tallyText(apps, MOST_APPS));
  const where = named === '' ? '' : `: ${named}`;
  const { texts, isFull } = helps;
  const shown = texts.slice(0, isShort ? MOST_HELPS - 1 : MOST_HELPS);
  const more = texts.length - shown.length;
  const unshown = isFull ? 'more texts' : counted(more, 'more text');
  const others = more > 0 ? colors.dim(` (and ${unshown}; use --report json)`) : '';
  const lines = [
    `${colors.bold(code)} · ${counted(count, 'row')}${where}${note === undefined ? '' : ` (${note})`}`,
    ...(message === undefined || isShort ? [] : [printable(message)]),
    ...shown.map((help, index) => `${colors.cyan(`→ ${printable(help)}`)}${index === shown.length - 1 ? others : ''}`),
    colors.dim(placesText(block, isSingle)),
  ];
  return `${lines.join(`\n${INDENT}`)}\n`;
}

function placesText({ places, count }: Places, isSingle: boolean): string {
  const more = count > places.length ? ', …' : '';
  if (!isSingle)
    return `at ${places.map(({ file, line }) => `${printable(inputName(file))}:${line}`).join(', ')}${more}`;
  return `${count === 1 ? 'line' : 'lines'} ${places.map(({ line }) => line).join(', ')}${more}`;
}

function hintedText(rows: number): string {
  return `Accepted with a hint: ${counted(rows, 'row')} that may not work`;
}

function endText(summary: Summary, failing: Failing, colors: Colors): string {
  const { files, likely, hints, accounts, repaired, isPartial } = summary;
  const broken = files.filter(({ error }) => error !== undefined).map(({ name }) => printable(inputName(name)));
  const isFine = !hasFailed(summary, failing) && !isPartial && broken.length === 0;
  const hasWarning = (hints?.rows ?? 0) > 0 || likely > 0 || accounts.repeated.count > 0;
  const mark = hasWarning ? colors.yellow('!') : colors.green('✓');
  const lines = [
    `${isFine ? mark : colors.red('✗')} ${sentence(summary)}`,
    ...(repaired === undefined ? [] : [`${counted(repaired, 'row')} repaired`]),
    ...accountTexts(summary),
    ...(broken.length > 0 ? [`${counted(broken.length, 'file')} with an error: ${broken.join(', ')}`] : []),
    ...(isPartial ? [colors.yellow('The check ended early. The rows after that are missing.')] : []),
  ];
  return lines.join(`\n${INDENT}`);
}

function accountTexts({ accounts: { missing, repeated }, files }: Summary): string[] {
  const isSingle = files.length === 1;
  const text = (places: Places, verb: string, end = '') =>
    places.count === 0 ? [] : [`${counted(places.count, 'row')} ${verb}: ${placesText(places, isSingle)}${end}`];
  return [
    ...text(missing, `${missing.count === 1 ? 'has' : 'have'} no linked_account_id`),
    ...text(
      repeated,
      `${repeated.count === 1 ? 'repeats' : 'repeat'} the account and app of an earlier row`,
      '; the second overwrites the first',
    ),
  ];
}
