/** What is printed on standard error. */
import { colorsFor } from '../command/colors.ts';
import { inputName, sentence } from './report/report-text.ts';
import type { Summary } from './check-summary.ts';

/** Keeps messages until the progress bar is gone. */
export class Messages {
  readonly #isQuiet: boolean;
  readonly #colors = colorsFor(process.stderr);
  #waiting: string[] = [];

  constructor(isQuiet: boolean) {
    this.#isQuiet = isQuiet;
  }

  /** An input that cannot be read. */
  error(file: string, words: string): void {
    this.#waiting.push(`${this.#colors.red('error:')} ${inputName(file)} ${words}`);
  }

  /** Something that is not an error. */
  note(words: string): void {
    if (!this.#isQuiet) this.#waiting.push(`${this.#colors.dim('note:')} ${words}`);
  }

  /** The result in a line, if the report is not for people or not on the screen. */
  summary(summary: Summary): void {
    this.note(`${sentence(summary)}.`);
  }

  /** Writes all of it. */
  flush(): void {
    for (const text of this.#waiting) process.stderr.write(`${text}\n`);
    this.#waiting = [];
  }
}
