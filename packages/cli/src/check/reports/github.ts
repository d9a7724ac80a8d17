/**
 * Workflow commands of GitHub Actions: an annotation for each kind of rejection and of hint, at its first row. GitHub shows
 * ten errors, ten warnings and ten notices of a step, so the most frequent kinds come first and the others are only counted.
 */

import { printableLines } from '../../command/printable.ts';
import type { Summary } from '../check-summary.ts';
import { type Failing, isFailure } from '../failing.ts';
import { type Group, Groups } from '../groups.ts';
import type { HintGroup } from '../hint-groups.ts';
import type { Places } from '../places.ts';
import type { Tally } from '../tally.ts';
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

/** How many annotations of a level GitHub shows for a step. */
const MOST_OF_A_LEVEL = 10;

/** How many apps and texts of a group are named. */
const MOST_NAMED = 5;

/** Marks between letters and between parts of emoji, but not what reverses text. */
const MARKS = /((?![\u202a-\u202e\u2066-\u2069])\p{Cf})/u;

/** The report `github`. */
export function githubReport(write: Write, failing: Failing): Report {
  const groups = new Groups();
  return {
    begin() {},
    rejected: (rejection) => groups.add(rejection),
    end(summary) {
      const left = { error: MOST_OF_A_LEVEL, warning: MOST_OF_A_LEVEL, notice: MOST_OF_A_LEVEL - 1 };
      for (const { name, error } of summary.files) {
        if (error !== undefined && left.error-- > 0)
          command('error', { file: fileOf(name) }, `${inputName(name)} ${error}`);
      }
      let unshown = 0;
      for (const group of groups.all) {
        const level = isFailure(group, failing) ? 'error' : 'warning';
        if (left[level]-- > 0) annotate(level, group.code, group, textOf(group));
        else unshown += group.count;
      }
      for (const group of summary.hints?.causes ?? []) {
        const level = failing.failOnHints ? 'error' : 'notice';
        if (left[level]-- > 0) annotate(level, `hint: ${group.code}`, group, hintText(group, summary));
      }
      command('notice', { title: 'auth-object check' }, words(summary, unshown));
    },
  };

  function annotate(level: string, title: string, { places, count }: Places, text: string): void {
    const [{ file, line }] = places as [(typeof places)[0]];
    const rows = count === 1 ? '' : `${counted(count, 'row')}, this is the first. `;
    command(level, { file: fileOf(file), line: String(line), title }, rows + text);
  }

  function command(name: string, properties: Record<string, string | undefined>, message: string): void {
    const list = Object.entries(properties).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}=${safePath(property(value))}`],
    );
    write(`::${name}${list.length === 0 ? '' : ` ${list.join(',')}`}::${printableLines(data(message))}\n`);
  }
}

function textOf({ apps, message, helps, certainty }: Group): string {
  const likely = certainty === 'likely' ? 'Likely rejected: ' : '';
  return `${likely}${linesOf([tallyText(apps, MOST_NAMED), message], helps)}`;
}

function hintText(group: HintGroup, summary: Summary): string {
  const fixed = repairWords(group.count, group.repairable, summary);
  return linesOf([tallyText(hintedFields(group), MOST_NAMED), fixed], hintedHelps(group));
}

/** What is the matter in one line, then a line for each help. */
function linesOf(first: readonly (string | undefined)[], helps: Tally): string {
  const line = first.filter((words) => words !== undefined && words !== '').join(': ');
  return [line, ...helps.texts.slice(0, MOST_NAMED)].filter((text) => text !== '').join('\n');
}

function words(summary: Summary, unshown: number): string {
  const more = unshown === 0 ? '' : `; ${counted(unshown, 'rejected row')} of other kinds without an annotation`;
  return `${sentence(summary)}${more}${summary.isPartial ? '; ended early, so rows are missing' : ''}`;
}

/** Standard input has no file to annotate. */
function fileOf(file: string): string | undefined {
  return file === '-' ? undefined : file;
}

/** Made printable, but with the marks that a name may have: GitHub finds a file only by its own name. */
function safePath(text: string): string {
  const parts = text.split(MARKS);
  return parts.map((part, index) => (index % 2 === 1 ? part : printableLines(part))).join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
