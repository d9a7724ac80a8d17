// Formats case files: a readable block for each case, or a line for each case in generated files.

// Characters that editors do not display; they are written as escapes.
const UNSEEN = /[\u007f-\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g;

/** JSON on one line, with a space after each comma and colon. */
export function line(value) {
  if (Array.isArray(value)) return `[${value.map(line).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).map(([key, inner]) => `${line(key)}: ${line(inner)}`);
    return members.length ? `{ ${members.join(', ')} }` : '{}';
  }
  return escaped(value);
}

/** JSON without spaces, with invisible characters escaped. */
function escaped(value) {
  return JSON.stringify(value).replace(UNSEEN, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const WIDTH = 100;

/** A line for each member, two levels deep: the members of a case, of its request and of its expectation. */
function block(value, indent, depth) {
  const flat = line(value);
  const plain = value === null || typeof value !== 'object' || Array.isArray(value);
  if (plain || depth === 0 || indent.length + flat.length <= WIDTH) return flat;
  const inner = `${indent}  `;
  const members = Object.entries(value).map(([key, v]) => `${inner}${line(key)}: ${block(v, inner, depth - 1)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}

/** The content of a case file; `compact` puts each case on one line. */
export function printCases({ cases, ...head }, { compact = false } = {}) {
  const top = Object.entries(head).map(([key, value]) => `  ${line(key)}: ${line(value)},\n`);
  const each = cases.map((c) => (compact ? `    ${escaped(c)}` : `    ${openBlock(c)}`));
  return `{\n${top.join('')}  "cases": [\n${each.join(',\n')}\n  ]\n}\n`;
}

// A case is never on one line, even if it would fit.
function openBlock(testCase) {
  const members = Object.entries(testCase).map(([key, v]) => `      ${line(key)}: ${block(v, '      ', 1)}`);
  return `{\n${members.join(',\n')}\n    }`;
}
