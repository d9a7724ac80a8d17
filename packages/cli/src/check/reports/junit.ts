/**
 * JUnit's XML by Jenkins' schema (junit-4.xsd): a suite for each file with a failed case for each rejected row, a passed
 * one for each row that is only likely rejected, and a suite with a passed case for each cause of hints.
 */
import type { FileSummary, Summary } from '../check-summary.ts';
import { type Failing, isFailure } from '../failing.ts';
import type { Rejection } from '../rejection.ts';
import {
  counted,
  hintedFields,
  hintedHelps,
  inputName,
  messageOf,
  type Report,
  repairWords,
  sentence,
  tallyText,
  type Write,
} from './report.ts';

/** Tools read the report as a whole, so it must not become too large. */
export const MOST_CASES = 10_000;
/** How many fields of a hint are named. */
const MOST_FIELDS = 20;

/** The cases of one file. */
interface Cases {
  readonly texts: string[];
  failed: number;
}

/** The report `junit`. */
export function junitReport(write: Write, most: number, failing: Failing): Report {
  const cases = new Map<string, Cases>();
  let listed = 0;
  return {
    begin() {},
    rejected(rejection) {
      listed += 1;
      if (listed > most) return;
      const { file, cause } = rejection;
      const list = cases.get(file) ?? { texts: [], failed: 0 };
      cases.set(file, list);
      const isFailed = isFailure(cause, failing);
      list.failed += isFailed ? 1 : 0;
      list.texts.push(rowCase(rejection, isFailed));
    },
    end(summary) {
      const suites = summary.files.map((file) =>
        suite(file, cases.get(file.name) ?? { texts: [], failed: 0 }, failing),
      );
      suites.push(...hintSuite(summary, failing));
      const sum = (count: 'tests' | 'failures' | 'errors') => suites.reduce((all, each) => all + each[count], 0);
      const counts = `tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}"`;
      write('<?xml version="1.0" encoding="UTF-8"?>\n');
      write(`<testsuites name="${xml(title(summary))}" ${counts}>\n`);
      for (const { text } of suites) write(text);
      write('</testsuites>\n');
    },
  };
}

function rowCase(rejection: Rejection, isFailed: boolean): string {
  const { file, line, cause } = rejection;
  const { slug, code, message, path, certainty } = cause;
  const text = `${inputName(file)}:${line}: ${path.join('.')}: ${messageOf(rejection)}`;
  const likely = certainty === 'likely' ? ' (likely rejected)' : '';
  const name = `line ${line}${slug === undefined ? '' : `: ${slug}`}${likely}`;
  return testcase(
    inputName(file),
    name,
    isFailed ? failure(code, message, text) : `      <system-out>${xml(`${code}: ${text}`)}</system-out>\n`,
  );
}

function title(summary: Summary): string {
  return `auth-object check, ${sentence(summary)}${summary.isPartial ? ' (ended early)' : ''}`;
}

function suite({ name: file, report, error }: FileSummary, { texts, failed }: Cases, { strict }: Failing) {
  const { accepted, rejected, likely } = report;
  const name = inputName(file);
  // If the check itself failed, rows may be listed that are not counted.
  const missing = Math.max(0, rejected - (strict ? 0 : likely) - failed);
  const passed = accepted > 0 || (rejected === 0 && error === undefined);
  const others = [
    ...(passed ? [testcase(name, counted(accepted, 'accepted row'))] : []),
    ...(missing > 0 ? [testcase(name, 'other rows', more(missing))] : []),
  ];
  const unread = error === undefined ? [] : [testcase(name, 'reading', unreadable(error))];
  const all = [...texts, ...others, ...unread];
  return suiteOf(name, all, failed + (missing > 0 ? 1 : 0), unread.length);
}

/** Its cases pass: the endpoint accepts these rows. With `--fail-on-hints` they fail. */
function hintSuite(summary: Summary, { failOnHints }: Failing) {
  const groups = summary.hints?.causes ?? [];
  if (groups.length === 0) return [];
  const cases = groups.map((group) => {
    const { code, count, repairable, places } = group;
    const fixed = repairWords(count, repairable, summary);
    const name = `${code}: ${counted(count, 'row')}${fixed === undefined ? '' : `; ${fixed}`}`;
    const where = places.map(({ file, line }) => `${inputName(file)}:${line}`).join(', ');
    const fields = tallyText(hintedFields(group), MOST_FIELDS);
    const help = hintedHelps(group).texts.join(' ');
    const text = `${fields}: ${help} (${where}${count > places.length ? ', …' : ''})`;
    return testcase(
      'hints',
      name,
      failOnHints ? failure(code, help, text) : `      <system-out>${xml(text)}</system-out>\n`,
    );
  });
  return [suiteOf('hints', cases, failOnHints ? cases.length : 0, 0)];
}

function suiteOf(name: string, cases: readonly string[], failures: number, errors: number) {
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}"`;
  const text = `  <testsuite name="${xml(name)}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
  return { tests: cases.length, failures, errors, text };
}

function testcase(suite: string, name: string, content?: string): string {
  const start = `    <testcase classname="${xml(suite)}" name="${xml(name)}"`;
  return content === undefined ? `${start}/>\n` : `${start}>\n${content}    </testcase>\n`;
}

function failure(type: string, message: string, text: string): string {
  return `      <failure type="${xml(type)}" message="${xml(message)}">${xml(text)}</failure>\n`;
}

function more(count: number): string {
  return `      <failure message="${counted(count, 'more rejected row')}">They are not listed. Use --max-failures to list more.</failure>\n`;
}

function unreadable(error: string): string {
  return `      <error type="unreadable" message="${xml(error)}"/>\n`;
}

/** Escapes a text for XML 1.0, which cannot contain control characters. */
function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}
