/** Hints of accepted rows by their code: how many rows, the first lines, what to do. */
import type { HintCode } from '../../generated/codes.js';
import type { Hint } from '../../types/verdict.js';

/** How many places of a kind are listed. */
const FIRST_PLACES = 5;

/** The rows that have a hint of one code. */
export interface HintKind {
  readonly code: HintCode;
  /** Of the first row. */
  readonly help: string;
  /** How many rows. */
  count: number;
  /** In how many of them `--repair` fixes it. */
  repairable: number;
  /** The first rows. */
  readonly places: { readonly file: string; readonly line: number }[];
}

/** All hints of a check. */
export interface HintSummary {
  /** Accepted rows with a hint. */
  readonly rows: number;
  /** How many of them `--repair` changes. */
  readonly repairable: number;
  /** The most frequent first. */
  readonly kinds: readonly HintKind[];
}

/** Whether `--repair` makes the change that a hint offers: in an accepted row it makes all. */
export function isRepairable({ fix }: Hint): boolean {
  return fix !== undefined && fix.length > 0;
}

/** Counts hints as they come. */
export class HintKinds {
  readonly #kinds = new Map<HintCode, HintKind>();
  #rows = 0;
  #repairable = 0;

  /** @param hints - All hints of an accepted row. */
  add(file: string, line: number, hints: readonly Hint[]): void {
    if (hints.length === 0) return;
    this.#rows += 1;
    if (hints.some(isRepairable)) this.#repairable += 1;
    for (const code of new Set(hints.map((hint) => hint.code))) {
      const same = hints.filter((hint) => hint.code === code);
      let kind = this.#kinds.get(code);
      if (kind === undefined) {
        kind = { code, help: (same[0] as Hint).help, count: 0, repairable: 0, places: [] };
        this.#kinds.set(code, kind);
      }
      kind.count += 1;
      if (same.every(isRepairable)) kind.repairable += 1;
      if (kind.places.length < FIRST_PLACES) kind.places.push({ file, line });
    }
  }

  get summary(): HintSummary {
    const kinds = [...this.#kinds.values()].sort((a, b) => b.count - a.count);
    return { rows: this.#rows, repairable: this.#repairable, kinds };
  }
}
