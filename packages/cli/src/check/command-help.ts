/** The library's help texts, in the words of the command. */

const WORDS: readonly (readonly [library: string, command: string])[] = [
  [' or registerApp', ''],
  ['name the format.', 'name the format with --format.'],
  ['name its encoding, for example windows-1252.', 'name its encoding, for example --encoding windows-1252.'],
];

/** The help with options where the library means its own. */
export function inWordsOfCommand(help: string): string {
  return WORDS.reduce((text, [library, command]) => text.replace(library, command), help);
}
