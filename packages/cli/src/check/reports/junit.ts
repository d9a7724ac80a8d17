/**
 * JUnit's XML by Jenkins' schema (junit-4.xsd): a suite for each file with a failed case for each rejected row, and a suite
 * with a passed case for each kind of hint.
 */
import type { FileSummary, Summary } from '../check-summary.ts';
import { counted, inputName, messageOf, type Report, repairWords, sentence, type Write } from './report.ts';

/** Tools read the report as a whole, so it must not become too large. */
export const MOST_CASES = 10_000;

/** The report `junit`. */
export function junitReport(write: Write, most: number): Report {
  const cases = new Map<string, string[]>();
  let listed = 0;
  return {
    begin() {},
    rejected(rejection) {
      listed += 1;
      if (listed > most) return;
      const { file, line, cause } = rejection;
      const { slug, code, message, path } = cause;
      const text = `${inputName(file)}:${line}: ${path.join('.')}: ${messageOf(rejection)}`;
      const name = `line ${line}${slug === undefined ? '' : `: ${slug}`}`;
      const list = cases.get(file) ?? [];
      cases.set(file, list);
      list.push(
        `    <testcase classname="${xml(inputName(file))}" name="${xml(name)}">\n` +
          `      <failure type="${xml(code)}" message="${xml(message)}">${xml(text)}</failure>\n` +
          '    </testcase>\n',
      );
    },
    end(summary) {
      const suites = [...summary.files.map((file) => suite(file, cases.get(file.name) ?? [])), ...hintSuite(summary)];
      const sum = (count: 'tests' | 'failures' | 'errors') => suites.reduce((all, each) => all + each[count], 0);
      const counts = `tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}"`;
      write('<?xml version="1.0" encoding="UTF-8"?>\n');
      write(`<testsuites name="${xml(title(summary))}" ${counts}>\n`);
      for (const { text } of suites) write(text);
      write('</testsuites>\n');
    },
  };
}

function title(summary: Summary): string {
  return `auth-object check, ${sentence(summary)}${summary.isPartial ? ' (ended early)' : ''}`;
}

function suite({ name: file, report: { accepted, rejected }, error }: FileSummary, listed: readonly string[]) {
  const name = xml(inputName(file));
  // If the check itself failed, rows may be listed that are not counted.
  const missing = Math.max(0, rejected - listed.length);
  const passed = accepted > 0 || (rejected === 0 && error === undefined);
  const others = [
    ...(passed ? [`    <testcase classname="${name}" name="${counted(accepted, 'accepted row')}"/>\n`] : []),
    ...(missing > 0 ? [`    <testcase classname="${name}" name="other rows">\n${more(missing)}    </testcase>\n`] : []),
  ];
  const unread =
    error === undefined
      ? []
      : [`    <testcase classname="${name}" name="reading">\n${unreadable(error)}    </testcase>\n`];
  const tests = listed.length + others.length + unread.length;
  const failures = listed.length + (missing > 0 ? 1 : 0);
  const head = `  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="${unread.length}">\n`;
  return {
    ...{ tests, failures, errors: unread.length },
    text: `${head}${[...listed, ...others, ...unread].join('')}  </testsuite>\n`,
  };
}

/** Its cases pass: the endpoint accepts these rows. */
function hintSuite(summary: Summary) {
  const kinds = summary.hints?.kinds ?? [];
  if (kinds.length === 0) return [];
  const cases = kinds.map(({ app, code, field, help, count, repairable, places }) => {
    const fixed = repairWords(count, repairable, summary);
    const what = [app, code, field].filter((word) => word !== undefined).join(' · ');
    const name = `${what}: ${counted(count, 'row')}${fixed === undefined ? '' : `; ${fixed}`}`;
    const where = places.map(({ file, line }) => `${inputName(file)}:${line}`).join(', ');
    const text = `${help} (${where}${count > places.length ? ', …' : ''})`;
    return `    <testcase classname="hints" name="${xml(name)}">\n      <system-out>${xml(text)}</system-out>\n    </testcase>\n`;
  });
  const head = `  <testsuite name="hints" tests="${kinds.length}" failures="0" errors="0">\n`;
  return [{ tests: kinds.length, failures: 0, errors: 0, text: `${head}${cases.join('')}  </testsuite>\n` }];
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
