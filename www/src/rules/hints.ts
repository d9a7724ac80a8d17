/** The hints, from the comments at the head of their sources. */
import type { HintCode } from 'auth-object';
import codesText from '../../../packages/auth-object/src/generated/codes.ts?raw';

export interface HintInfo {
  readonly code: HintCode;
  readonly title: string;
  /** Paragraphs: what it notices, and why it matters. */
  readonly text: readonly string[];
}

const sources = import.meta.glob<string>('../../../src/hints/*.rs', { eager: true, query: '?raw', import: 'default' });

/** Made by the judge, so no file of `src/hints` tells of it. */
const UNSURE =
  'Replaces a likely issue if the caller trusts documented schemas only (`trust: "documented"`): our schema for the app is unconfirmed, so the request is not rejected for it.';

export const hints: readonly HintInfo[] = codes().map((code) => ({
  code,
  title: code.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase()),
  text: code === 'unsure' ? [UNSURE] : headOf(code),
}));

function codes(): HintCode[] {
  const union = /export type HintCode =([^;]+);/.exec(codesText)?.[1] ?? '';
  return [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code as HintCode);
}

/** A link of rustdoc becomes the word. */
function headOf(code: string): string[] {
  const source = Object.entries(sources).find(([path]) => path.endsWith(`/${code}.rs`))?.[1] ?? '';
  const lines = source.split('\n').filter((line) => line.startsWith('//!'));
  if (lines.length === 0) throw new Error(`src/hints/${code}.rs has no comment at its head.`);
  return lines
    .map((line) => line.replace(/^\/\/! ?/, ''))
    .join('\n')
    .split('\n\n')
    .map((paragraph) =>
      paragraph
        .replaceAll('\n', ' ')
        .replace(/\[`([^`]+)`\](?:\([^)]*\))?/g, '`$1`')
        .trim(),
    )
    .filter(Boolean);
}
