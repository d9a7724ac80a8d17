/** SARIF 2.1.0 (OASIS): a result for each rejected row, and a note for each kind of hint. */

import { codeDescriptions } from '@auth-object/reference';
import type { HintKind, Summary } from '../check-summary.ts';
import type { Rejection } from '../rejection.ts';
import { counted, messageOf, type Report, repairWords, type Write } from './report.ts';

/** How many results of one run GitHub takes. */
export const MOST_RESULTS = 25_000;

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/** Names standard input. */
const STDIN_URI = 'stdin';

const RULES = codeDescriptions.map(({ code, title }) => ({ id: code, shortDescription: { text: title } }));

/** The report `sarif`; results are written as they come. */
export function sarifReport(write: Write): Report {
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
    rejected: (rejection) => add(resultOf(rejection)),
    end(summary) {
      for (const kind of summary.hints?.kinds ?? []) add(noteOf(kind, summary));
      write(`${isFirst ? '' : '\n'}],\n"invocations": [${JSON.stringify(invocationOf(summary))}],\n`);
      const { total, accepted, rejected, likely } = summary;
      write(`"properties": ${JSON.stringify({ total, accepted, rejected, likely })}\n}]\n}\n`);
    },
  };
}

function resultOf(rejection: Rejection) {
  const { file, line, cause } = rejection;
  const { slug, code, path, certainty, suggestion } = cause;
  return {
    ruleId: code,
    level: certainty === 'certain' ? 'error' : 'warning',
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
function noteOf({ app, field, code, help, count, repairable, places }: HintKind, summary: Summary) {
  const fixed = repairWords(count, repairable, summary);
  return {
    ruleId: code,
    level: 'note',
    message: { text: `${help} (${counted(count, 'row')}${fixed === undefined ? '' : `; ${fixed}`})` },
    locations: places.map(({ file, line }) => ({
      physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } },
    })),
    properties: { slug: app, field, count, repairable },
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
