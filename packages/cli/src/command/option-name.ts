import { redactName } from './redact.ts';

/** The longest name that is printed; those of this command line are shorter. */
const LONGEST = 24;

/**
 * The name of an unknown option as it may be printed, without its value: `-kVALUE`, `--key=VALUE`, `--key:VALUE`. A value
 * may also follow without a separator, so the name ends at the first character that names of options do not have.
 */
export function optionName(typed: string): string {
  const short = /^-[a-z](?!-)/i.exec(typed)?.[0];
  if (short !== undefined) return short;
  const [name = ''] = /^--[a-z][a-z-]*/.exec(typed) ?? [];
  if (name === '' || name.length > LONGEST) return typed.startsWith('--') ? '--…' : '-…';
  const isWhole = name === typed || /[=:]/.test(typed.charAt(name.length));
  return redactName(name) + (isWhole ? '' : '…');
}
