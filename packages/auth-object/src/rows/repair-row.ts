/** Repairs rows by the safe changes that hints offer. */
import { checkRequest } from '../check/check.ts';
import type { Context } from '../check/options.ts';
import { repair } from '../check/repair.ts';
import type { FixOperation, Hint } from '../verdict/hint.ts';
import { CallbackGuard } from '../wasm/callback-guard.ts';
import type { Editor } from '../wasm/glue.ts';
import type { RowChange } from './row.ts';
import type { RowsOptions } from './rows-options.ts';

/** Headers for a row, which has none: rules 1 and 2 pass, and the key shows no environment. */
const HEADERS = { 'x-api-key': 'row', linked_account_id: 'row' };
/** A repaired value may need another repair, such as quotes and then the white space inside them. */
const MAX_ROUNDS = 4;

/** Repairs the rows of one file. */
export class RowEditor implements Editor {
  readonly #context: Context;
  /** The number of the call → its changes. */
  readonly #changes = new Map<number, readonly RowChange[]>();
  #calls = 0;
  readonly #guard = new CallbackGuard();

  constructor({ shape, trust, customApps, now, limits }: RowsOptions) {
    this.#context = { shape, trust, customApps, now, limits };
  }

  /** Called by the instance with the JSON of a request. Returns the repaired one if the endpoint would accept it. */
  edit(text: string): string | undefined {
    const call = this.#calls++;
    return this.#guard.call(() => this.#repair(call, text), undefined);
  }

  #repair(call: number, text: string): string | undefined {
    const changes: RowChange[] = [];
    let body = text;
    let verdict = checkRequest({ headers: HEADERS, body }, this.#context);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const fixes = verdict.hints.filter(({ fix }) => fix !== undefined && fix.length > 0);
      const next = fixes.length === 0 ? body : repair({ body }, fixes).body;
      if (next === body) break;
      changes.push(...fixes.map(changeOf));
      body = next;
      verdict = checkRequest({ headers: HEADERS, body }, this.#context);
    }
    if (body === text || !verdict.ok) return undefined;
    this.#changes.set(call, changes);
    return body;
  }

  /** The changes that a call made. */
  changesOf(call: number): readonly RowChange[] {
    return this.#changes.get(call) ?? [];
  }

  /** Forgets the changes of the calls so far. */
  clear(): void {
    this.#changes.clear();
  }

  /** Throws what a call threw. */
  rethrow(): void {
    this.#guard.rethrow();
  }
}

function changeOf({ code, path, fix = [] }: Hint): RowChange {
  const nameOf = (operation: FixOperation) => (operation.op === 'replace' ? operation.edit : operation.op);
  const move = fix.find((operation) => operation.op === 'move');
  return { code, path, changes: [...new Set(fix.map(nameOf))], ...(move === undefined ? {} : { to: move.path }) };
}
