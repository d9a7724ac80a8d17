import type { CodeDescription } from './code-description.ts';
import codes from './generated/codes.json' with { type: 'json' };

/** Every rule in the order of the endpoint, then the codes of rows that cannot be read, then every hint. */
export const codeDescriptions = codes as readonly CodeDescription[];

const byCode = new Map(codeDescriptions.map((description) => [description.code, description]));

/** Describes a rule, a hint or a row code; `undefined` if the code is unknown. */
export function describeCode(code: string): CodeDescription | undefined {
  return byCode.get(code);
}
