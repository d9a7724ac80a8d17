// The examples in Markdown files.

/**
 * @typedef {object} Example
 * @property {string} heading above it
 * @property {'ts' | 'ts browser' | 'html' | 'sh cli'} kind
 * @property {string} code
 * @property {string} [printed] the text block after "prints"
 * @property {string} [exitCode] the number after "and exits with"
 */

/**
 * @param {string} page
 * @returns {Example[]} the blocks of these kinds
 */
export function examplesOf(page) {
  const found = [];
  let heading = '';
  const block =
    /^#+ (?<heading>.+)$|^```(?<kind>ts(?: browser)?|html|sh cli)\n(?<code>[\s\S]*?)^```$(?:\n+prints\n+^```text\n(?<printed>[\s\S]*?)^```$(?:\n+and exits with (?<exitCode>\d))?)?/gm;
  for (const { groups } of page.matchAll(block)) {
    if (groups.heading) heading = groups.heading;
    else found.push({ ...groups, heading });
  }
  return found;
}

/**
 * What a page says about the command line, in code spans and blocks.
 *
 * @param {string} page
 * @returns {{ commands: string[], options: string[] }} names such as `check`, and options such as `--report`
 */
export function commandsOf(page) {
  const code = [...page.matchAll(/^```[\s\S]*?^```$|`[^`\n]+`/gm)].map(([span]) => span).join('\n');
  const own = code.replace(/\b(npm install|openssl) [^`\n]*/g, '');
  const unique = (pattern) => [...new Set([...own.matchAll(pattern)].map(([, name]) => name))];
  return {
    commands: unique(/(?:@auth-object\/cli|(?<![\w@/.-])auth-object) ([a-z]+)\b/g),
    options: unique(/(?<![\w-])(--[a-z][a-z-]*)/g),
  };
}
