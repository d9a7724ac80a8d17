/** Puts the variables of a pasted call back into a request, and names them. */
import { shownName } from '../site/shown-name.ts';

/** In JavaScript, writes the variable. */
export function inCode(text: string, expressions: ReadonlyMap<string, string> = new Map()): string {
  let code = text;
  for (const [substitute, source] of expressions) code = code.replaceAll(JSON.stringify(substitute), () => source);
  return code;
}

/** In other formats, writes a placeholder: `YOUR_API_TOKEN` for `process.env.API_TOKEN`. */
export function asPlaceholders(text: string, expressions: ReadonlyMap<string, string> = new Map()): string {
  let plain = text;
  for (const [substitute, source] of expressions) {
    const variable = /([A-Za-z_$][\w$]*)\W*$/.exec(source)?.[1] ?? '';
    const name = shownName(variable) === variable ? variable || 'VALUE' : 'VALUE';
    const placeholder = `YOUR_${name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()}`;
    plain = plain.replaceAll(substitute, () => placeholder);
  }
  return plain;
}

const MAX_NAMES = 10;
const LONGEST_NAME = 80;

/** The variables in a sentence. A string in an expression may be a secret, and is left out: `getKey("…")`. */
export function expressionNames(expressions: ReadonlyMap<string, string>): string {
  const names = [...new Set([...expressions.values()].map(nameOf))];
  const shown = names.slice(0, MAX_NAMES).join(', ');
  return names.length > MAX_NAMES ? `${shown} and ${names.length - MAX_NAMES} more` : shown;
}

/** A token that was pasted without its quotes looks like a variable. */
function nameOf(source: string): string {
  const text = source.replace(/(["'`])[\s\S]*?(?:\1|$)/g, '$1…$1');
  return text.length > LONGEST_NAME ? 'an expression' : shownName(text);
}
