/** Where a report goes: standard output or a file, no faster than it is read or written. */
import { once } from 'node:events';
import { AS_USUAL, AtomicFile } from './atomic-write.ts';

/** Takes the text of a report. */
export interface Output {
  /** Adds text, which waits for `flush`. */
  write(text: string): void;
  /** Writes what waits. @returns when there is room for more. */
  flush(): Promise<void>;
  /** Writes what waits, and ends it. */
  end(): Promise<void>;
}

/** Standard output; if the reader of a pipe leaves, the process ends (program.ts). */
export function standardOutput(): Output {
  return buffered(async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  });
}

/** A file. @throws UsageError if it cannot be written. */
export async function fileOutput(path: string): Promise<Output> {
  const file = await AtomicFile.create(path, AS_USUAL);
  return buffered(
    (text) => file.write(text),
    () => file.finish(),
  );
}

function buffered(put: (text: string) => Promise<void>, finish = async () => {}): Output {
  let waiting: string[] = [];
  const flush = async () => {
    const text = waiting.join('');
    waiting = [];
    if (text !== '') await put(text);
  };
  return {
    write: (text) => waiting.push(text),
    flush,
    end: async () => {
      await flush();
      await finish();
    },
  };
}
