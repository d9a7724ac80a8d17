/** The rules, from the page that the repository generates of their sources. */
import rulesText from '../../../docs/rules.md?raw';

export interface RuleInfo {
  readonly number: number;
  readonly code: string;
  readonly status: string;
  readonly basis: string;
  readonly failsWhen: string;
  /** The endpoint's words. */
  readonly text: string;
  readonly source: string;
}

export const rules: readonly RuleInfo[] = readRules(rulesText);

function readRules(page: string): RuleInfo[] {
  const rows = page.matchAll(/^\| (\d+) \| \[`(\w+)`\]\(\S+\) \| (\d+) \| (\w+) \| (.+) \|$/gm);
  return [...rows].map(([, number = '', code = '', status = '', basis = '', failsWhen = '']) => {
    const section = page.split(`\n## ${number} ${code}\n`)[1]?.split('\n## ')[0] ?? '';
    const text = /^> (.+)$/m.exec(section)?.[1];
    const source = /^Source: (.+) \(\w+\)\.$/m.exec(section)?.[1];
    if (text === undefined || source === undefined) throw new Error(`docs/rules.md has no text or source for ${code}.`);
    return { number: Number(number), code, status, basis, failsWhen, text, source };
  });
}

/** What the basis of a text means. */
export const TEXT_BASIS: Readonly<Record<string, string>> = {
  documented: 'Word for word in the endpoint’s own documentation.',
  sibling: 'Word for word in the documentation of another endpoint of the same API.',
  inferred: 'No document words this failure. The text is ours.',
};
