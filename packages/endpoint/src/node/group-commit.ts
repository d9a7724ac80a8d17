/** Commits writes that arrive together in one transaction, because each commit waits for the disk. */
import type { Database } from './sqlite-driver.ts';
import { transaction } from './sqlite-schema.ts';

interface PendingWrite {
  /** Writes; returns a function that settles the caller's promise, to be called after the commit. */
  readonly write: () => () => void;
  readonly reject: (reason: unknown) => void;
}

/** All writes of one turn of the event loop share a transaction; each of them can fail without the others. */
export class GroupCommit {
  readonly #database: Database;
  #pending: PendingWrite[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  /** Resolves after the commit. If `body` throws, rejects with that error, and nothing that `body` wrote is kept. */
  write<T>(body: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const write = () => {
        const result = this.#inSavepoint(body);
        return () => resolve(result);
      };
      if (this.#pending.push({ write, reject }) === 1) setImmediate(() => this.flush());
    });
  }

  /** Commits all pending writes now. */
  flush(): void {
    const group = this.#pending;
    if (group.length === 0) return;
    this.#pending = [];
    try {
      const settled = transaction(this.#database, () => group.map(settling));
      for (const settle of settled) settle();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  #inSavepoint<T>(body: () => T): T {
    this.#database.exec('SAVEPOINT one');
    try {
      return body();
    } catch (error) {
      this.#database.exec('ROLLBACK TO one');
      throw error;
    } finally {
      this.#database.exec('RELEASE one');
    }
  }
}

/** Runs a write. If it fails, the others of its group go on. */
function settling({ write, reject }: PendingWrite): () => void {
  try {
    return write();
  } catch (error) {
    return () => reject(error);
  }
}
