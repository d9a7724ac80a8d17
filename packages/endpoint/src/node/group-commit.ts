/** Writes that come together are committed together: one flush of the disk answers all of them. */
import type { Database } from './sqlite-driver.ts';
import { transaction } from './sqlite-schema.ts';

interface Waiting {
  /** Writes; gives what settles its promise once that is committed. */
  readonly write: () => () => void;
  readonly reject: (reason: unknown) => void;
}

/** The writes of one turn of the event loop in one transaction, each of them atomic by itself. */
export class GroupCommit {
  readonly #database: Database;
  #waiting: Waiting[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns once it is committed; rejects with what `body` throws, and nothing of it is written then. */
  write<T>(body: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const write = () => {
        const result = this.#alone(body);
        return () => resolve(result);
      };
      if (this.#waiting.push({ write, reject }) === 1) setImmediate(() => this.flush());
    });
  }

  /** Commits what waits, now. */
  flush(): void {
    const group = this.#waiting;
    if (group.length === 0) return;
    this.#waiting = [];
    try {
      const settled = transaction(this.#database, () => group.map(settling));
      for (const settle of settled) settle();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  #alone<T>(body: () => T): T {
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

/** A write that fails is told so; the others of its group go on. */
function settling({ write, reject }: Waiting): () => void {
  try {
    return write();
  } catch (error) {
    return () => reject(error);
  }
}
