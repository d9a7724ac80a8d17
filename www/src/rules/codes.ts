/** The rules, the row faults and the hints, each in its order. */
import { codeDescriptions, type RuleDescription } from '@auth-object/reference';

export const rules = codeDescriptions.filter((one) => one.kind === 'rule');
export const rowFaults = codeDescriptions.filter((one) => one.kind === 'row');
export const hints = codeDescriptions.filter((one) => one.kind === 'hint');

/** Where the message of a rule comes from. */
export const MESSAGE_BASIS: Readonly<Record<RuleDescription['basis'], string>> = {
  documented: 'Quoted from the endpoint’s own documentation.',
  sibling: 'Quoted from the documentation of another endpoint of the same API.',
  inferred: 'No document has a message for this failure. The message is ours.',
};

/** Astro's static paths: a page for each code, with the ones before and after it. */
export function codePaths<T extends { readonly code: string }>(list: readonly T[]) {
  return list.map((one, index) => ({
    params: { code: one.code },
    props: { one, before: list[index - 1], after: list[index + 1] },
  }));
}
