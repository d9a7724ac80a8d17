/** Rules and hints as text for a terminal. */
import type { CodeDescription, RuleDescription } from '@auth-object/reference';
import { Help } from 'commander';
import type { Colors } from '../command/colors.ts';

const COLUMNS = 80;
const INDENT = '  ';

const KINDS = { rule: 'Rules of the endpoint, in order', row: 'Rows that cannot be read', hint: 'Hints' } as const;

/** The basis of the answer's text, in words. */
const BASES: Readonly<Record<RuleDescription['basis'], string>> = {
  documented: 'quoted from the documentation of the endpoint',
  sibling: 'quoted from the documentation of another endpoint of the API',
  inferred: 'our own words',
};

/** All codes, a line for each. */
export function codeList(descriptions: readonly CodeDescription[], { bold, dim }: Colors): string {
  const width = Math.max(...descriptions.map(({ code }) => code.length));
  const parts = Object.entries(KINDS).map(([kind, heading]) => {
    const lines = descriptions
      .filter((description) => description.kind === kind)
      .map(({ code, title }) => `${INDENT}${code.padEnd(width)}  ${title}`);
    return [bold(heading), ...lines].join('\n');
  });
  return [...parts, dim('Run "auth-object explain CODE" to read more about one of them.')].join('\n\n');
}

/** A page about one code. */
export function codePage(description: CodeDescription, colors: Colors): string {
  const { code, title, what, why, todo, source } = description;
  const parts = [
    `${colors.bold(code)}  ${colors.dim(kindOf(description))}\n${title}`,
    ...(description.kind === 'rule' ? [answerOf(description, colors)] : []),
    section('What', what, colors),
    ...(description.kind === 'hint' ? variantsOf(description.variants, colors) : []),
    section('Why', why, colors),
    section('What to do', todo, colors),
    ...(description.kind === 'row' ? [] : [exampleOf(description, colors)]),
    section('Source', source, colors),
  ];
  return parts.join('\n\n');
}

function kindOf(description: CodeDescription): string {
  if (description.kind === 'rule') return `rule ${description.number}`;
  return description.kind === 'row' ? 'a row that cannot be read' : 'hint';
}

function answerOf({ status, message, basis }: RuleDescription, colors: Colors): string {
  return section('Answer', `${status} ${message} (${BASES[basis]})`, colors);
}

function variantsOf(variants: Readonly<Record<string, string>>, colors: Colors): string[] {
  const lines = Object.entries(variants).map(([name, text]) => wrap(`${name}: ${plain(text)}`));
  return lines.length === 0 ? [] : [`${colors.bold('Variants')}\n${lines.join('\n')}`];
}

/** The request is cut neither here nor by a line end, so that it can be copied. */
function exampleOf({ example }: Extract<CodeDescription, { kind: 'rule' | 'hint' }>, colors: Colors): string {
  const { description, headers, body, context } = example;
  const lines = Object.entries({ headers, body, context }).flatMap(([name, json]) =>
    json === undefined ? [] : [`${INDENT}${name}: ${json}`],
  );
  return `${colors.bold(`Example: ${description}`)}\n${lines.join('\n')}`;
}

function section(heading: string, text: string, { bold }: Colors): string {
  return `${bold(heading)}\n${wrap(plain(text))}`;
}

/** The text without the backticks of Markdown. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}

/** The text in indented lines. */
function wrap(text: string): string {
  return new Help().boxWrap(text, COLUMNS - INDENT.length).replace(/^/gm, INDENT);
}
