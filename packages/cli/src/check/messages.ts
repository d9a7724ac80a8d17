/** What is printed on standard error. Names of files and columns are made printable. */
import { colorsFor } from '../command/colors.ts';
import { printable } from '../command/printable.ts';
import { inputName } from './reports/report.ts';

/** Keeps messages until the progress bar is gone. */
export class Messages {
  readonly #isQuiet: boolean;
  readonly #colors = colorsFor(process.stderr);
  #waiting: string[] = [];

  constructor(isQuiet: boolean) {
    this.#isQuiet = isQuiet;
  }

  /** An input that cannot be read. */
  error(file: string, text: string): void {
    this.#waiting.push(`${this.#colors.red('error:')} ${printable(`${inputName(file)} ${text}`)}\n`);
  }

  /** Something that is not an error. */
  note(text: string): void {
    if (!this.#isQuiet) this.#waiting.push(`${this.#colors.dim('note:')} ${printable(text)}\n`);
  }

  /** Writes all of it. */
  flush(): void {
    process.stderr.write(this.#waiting.join(''));
    this.#waiting = [];
  }
}
