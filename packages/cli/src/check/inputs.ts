/** The inputs, none of which is an output. */
import { realpathSync, type Stats, statSync } from 'node:fs';
import { UsageError } from '../command/usage-error.ts';
import { reasonsPath } from './reasons-file.ts';
import type { Settings } from './settings.ts';
import { STDIN } from './source.ts';

/** The inputs, each once. */
export interface Inputs {
  readonly names: readonly string[];
  /** Names that were left out, because another one names the same file. */
  readonly repeated: readonly string[];
  /** In bytes as they are stored; `undefined` if one is a pipe. */
  readonly bytes: number | undefined;
}

/** @throws UsageError if an output is also an input or another output. */
export function inputsOf(settings: Settings): Inputs {
  const { files, output, outOk, outBad, repairLog } = settings;
  const seen = new Set<string>();
  const repeated: string[] = [];
  const distinct = files.filter((file) => {
    const id = idOf(file) ?? file;
    if (seen.has(id)) repeated.push(file);
    return seen.size < seen.add(id).size;
  });
  const reasons = outBad === undefined || isDevice(outBad) ? undefined : reasonsPath(outBad);
  const written: [option: string, path: string | undefined][] = [
    ['--output', output],
    ['--out-ok', outOk],
    ['--out-bad', outBad],
    ['The file of reasons beside --out-bad', reasons],
    ['--repair-log', repairLog],
  ];
  for (const [option, path] of written) {
    if (path === undefined || isDevice(path)) continue;
    const id = idOf(path) ?? pathId(path);
    if (seen.has(id)) throw new UsageError(`${option} ${path} is also an input or another output.`);
    seen.add(id);
  }
  const sizes = distinct.map((file) => statsOf(file)).map((stats) => (stats?.isFile() ? stats.size : undefined));
  const isKnown = sizes.every((size) => size !== undefined);
  return { names: distinct, repeated, bytes: isKnown ? sizes.reduce((sum, size) => sum + size, 0) : undefined };
}

/** Identifies a file whatever its name; `undefined` if it does not exist. */
function idOf(file: string): string | undefined {
  if (file === STDIN) return STDIN;
  const stats = statsOf(file);
  return stats === undefined ? undefined : `${stats.dev}:${stats.ino}`;
}

function statsOf(file: string): Stats | undefined {
  return file === STDIN ? undefined : statSync(file, { throwIfNoEntry: false });
}

/** Whether several outputs may have this name, such as /dev/null. */
function isDevice(path: string): boolean {
  return statsOf(path)?.isCharacterDevice() === true;
}

/** The same for the names of a file that does not exist yet. */
function pathId(path: string): string {
  const cut = path.lastIndexOf('/') + 1;
  try {
    return `${realpathSync(path.slice(0, cut) || '.')}/${path.slice(cut)}`;
  } catch {
    return path;
  }
}
