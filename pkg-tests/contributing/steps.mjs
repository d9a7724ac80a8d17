// The steps of CONTRIBUTING.md: its code blocks with a file name, and its commands.

/** The sections with steps, in order. */
export const SECTIONS = ['Change a hint', 'Add an app', 'Add a rule', 'Add a hint', 'Add a command'];

/**
 * A block of code: a new file, a change of a file, or commands. The file's name is in the block's first line, after the
 * language, where readers of the page do not see it; the text above names it too.
 *
 * @typedef {{ kind: 'create' | 'change', file: string, content: string }
 *   | { kind: 'run', commands: string[], fails: boolean }} Step
 */

/**
 * @param {string} page Markdown
 * @param {string} heading of a section, such as `Add an app`
 * @returns {Step[]} in order; a block of commands fails if the text goes on with "fails"
 */
export function stepsOf(page, heading) {
  const section = new RegExp(`^### ${heading}$([\\s\\S]*?)(?=^##|(?![\\s\\S]))`, 'm').exec(page)?.[1];
  if (section === undefined) throw new Error(`CONTRIBUTING.md has no section "${heading}"`);
  const block =
    /^(?<indent> *)```(?<language>\w+)(?: (?<file>\S+))?\n(?<content>[\s\S]*?)^ *```\n(?=\n*(?<after> *\S*))/gm;
  return [...section.matchAll(block)].map(({ groups: { indent, language, file, content: indented, after } }) => {
    const content = indented.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    if (language === 'diff') return { kind: 'change', file, content };
    if (file !== undefined) return { kind: 'create', file, content };
    return { kind: 'run', commands: content.trim().split('\n'), fails: after.trim() === 'fails' };
  });
}

/**
 * Applies a change. Its hunks are separated by `@@` and have no line numbers: the lines before the change must be in the
 * text once, after the previous hunk.
 */
export function applyChange(text, change) {
  let result = '';
  let rest = text;
  for (const hunk of change.split(/^@@\n/m)) {
    const lines = hunk.trimEnd().split('\n');
    const side = (mark) =>
      lines
        .filter((line) => line[0] !== mark)
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    const [before, after] = [side('+'), side('-')];
    const at = `\n${rest}`.indexOf(`\n${before}`);
    if (at < 0) throw new Error(`not found:\n${before}`);
    result += rest.slice(0, at) + after;
    rest = rest.slice(at + before.length);
  }
  return result + rest;
}
