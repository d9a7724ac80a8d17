/** The state of a check: the text, the request in it, its problems, and earlier texts for undo. */
import type { Context, Hint } from 'auth-object';
import type { Pasted, PastedRequest } from '../paste/pasted.ts';
import { readPaste } from '../paste/read.ts';
import { type Diagnosis, diagnose } from './diagnosis.ts';
import { rewrite } from './rewrite.ts';

export interface CheckState {
  readonly text: string;
  readonly pasted: Pasted;
  readonly diagnosis?: Diagnosis | undefined;
  readonly canUndo: boolean;
}

/** Reads and checks a text. */
export async function check(text: string, context: Context = {}): Promise<Omit<CheckState, 'canUndo'>> {
  const pasted = await readPaste(text);
  const diagnosis = pasted.kind === 'request' ? diagnose(pasted, text, context) : undefined;
  return { text, pasted, diagnosis };
}

/** Checks one text after another and notifies listeners; drops outdated answers. */
export class Check {
  #state: CheckState | undefined;
  #round = 0;
  readonly #undoable: string[] = [];
  readonly #context: Context;
  readonly #listeners = new Set<(state: CheckState) => void>();

  /** @param context - What is known about the service, such as its keys and accounts. */
  constructor(context: Context = {}) {
    this.#context = context;
  }

  get state(): CheckState | undefined {
    return this.#state;
  }

  subscribe(listener: (state: CheckState) => void): void {
    this.#listeners.add(listener);
  }

  /** @returns `false` if a newer text came in between. */
  async setText(text: string): Promise<boolean> {
    const round = ++this.#round;
    const result = await check(text, this.#context);
    if (round !== this.#round) return false;
    this.#state = { ...result, canUndo: this.#undoable.length > 0 };
    for (const listener of this.#listeners) listener(this.#state);
    return true;
  }

  /** Applies fixes. @returns The new text; `undefined` if nothing changed. */
  async fix(hints: readonly Hint[]): Promise<string | undefined> {
    const state = this.#state;
    if (state?.pasted.kind !== 'request') return undefined;
    const text = rewrite(state.pasted as PastedRequest, hints);
    if (text === undefined) return undefined;
    this.#undoable.push(state.text);
    await this.setText(text);
    return text;
  }

  /** Undoes the last fix. @returns The text before it. */
  async undo(): Promise<string | undefined> {
    const text = this.#undoable.pop();
    if (text !== undefined) await this.setText(text);
    return text;
  }
}
