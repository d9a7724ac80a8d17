/** SARIF 2.1.0 (OASIS): a result for each rejected row, and a note for each cause of hints. */

import { codeDescriptions } from '@auth-object/reference';
import type { Summary } from '../check-summary.ts';
import { type Failing, isFailure } from '../failing.ts';
import type { HintGroup } from '../hint-groups.ts';
import type { Rejection } from '../rejection.ts';
import { counted, hintedHelps, messageOf, type Report, repairWords, type Write } from './report.ts';

/** How many results of one run GitHub takes. */
export const MOST_RESULTS = 25_000;

/** How many fields and texts of a hint are named. */
const MOST_NAMED = 20;

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/** Names standard input. */
const STDIN_URI = 'stdin';

const RULES = codeDescriptions.map(({ code, title }) => ({ id: code, shortDescription: { text: title } }));

/** The report `sarif`; results are written as they come. */
export function sarifReport(write: Write, failing: Failing): Report {
  let isFirst = true;
  const driver = { name: 'auth-object', rules: RULES };
  const add = (result: object) => {
    write(`${isFirst ? '' : ','}\n${JSON.stringify(result)}`);
    isFirst = false;
  };
  return {
    begin: () =>
      write(
        `{\n"$schema": "${SCHEMA}",\n"version": "2.1.0",\n"runs": [{\n"tool": ${JSON.stringify({ driver })},\n"columnKind": "utf16CodeUnits",\n"results": [`,
      ),
    rejected: (rejection) => add(resultOf(rejection, failing)),
    end(summary) {
      for (const group of summary.hints?.causes ?? []) add(noteOf(group, summary, failing));
      write(`${isFirst ? '' : '\n'}],\n"invocations": [${JSON.stringify(invocationOf(summary))}],\n`);
      const { total, accepted, rejected, likely } = summary;
      write(`"properties": ${JSON.stringify({ total, accepted, rejected, likely })}\n}]\n}\n`);
    },
  };
}

function resultOf(rejection: Rejection, failing: Failing) {
  const { file, line, cause } = rejection;
  const { slug, code, path, certainty, suggestion } = cause;
  return {
    ruleId: code,
    level: isFailure(cause, failing) ? 'error' : 'warning',
    message: { text: messageOf(rejection) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } },
        logicalLocations: [{ fullyQualifiedName: path.join('.') }],
      },
    ],
    properties: { certainty, slug, suggestion },
  };
}

/** One note for all rows, at the first of them. */
function noteOf(group: HintGroup, summary: Summary, { failOnHints }: Failing) {
  const { code, variant, count, repairable, places, fields } = group;
  const fixed = repairWords(count, repairable, summary);
  const help = hintedHelps(group).texts.slice(0, MOST_NAMED).join(' ');
  return {
    ruleId: code,
    level: failOnHints ? 'error' : 'note',
    message: { text: `${help} (${counted(count, 'row')}${fixed === undefined ? '' : `; ${fixed}`})` },
    locations: places.map(({ file, line }) => ({
      physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } },
    })),
    properties: {
      ...{ variant, count, repairable },
      fields: fields.slice(0, MOST_NAMED).map(({ app: slug, field, count: rows }) => ({ slug, field, count: rows })),
    },
  };
}

function invocationOf({ files, isPartial }: Summary) {
  const errors = files.flatMap(({ name, error }) =>
    error === undefined
      ? []
      : [
          {
            level: 'error',
            message: { text: error },
            locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(name) } } }],
          },
        ],
  );
  if (isPartial) errors.push({ level: 'error', message: { text: 'The check ended early.' }, locations: [] });
  return { executionSuccessful: errors.length === 0, toolExecutionNotifications: errors };
}

/** A file's name as a URI reference (RFC 3986), relative if the name is. */
function uriOf(file: string): string {
  if (file === '-') return STDIN_URI;
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}
