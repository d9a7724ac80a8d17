/** Files that cannot be read or written, and the reason in words. */
import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'it does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'permission denied',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
};

/** Why a file cannot be read or written, in words; `undefined` for an error that has none. */
export function reasonOf(error: unknown): string | undefined {
  return REASONS[codeOf(error)];
}

/** The code of an error of the file system, such as `ENOENT`. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}

/** Why a file of this name cannot be read. */
export function cannotRead(path: string, error: unknown): UsageError {
  return new UsageError(`Cannot read ${path}: ${reasonOf(error) ?? codeOf(error)}.`);
}

/** Why a file of this name cannot be written. */
export function cannotWrite(path: string, error: unknown): UsageError {
  const isFolderMissing = ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
  const reason = isFolderMissing ? 'the folder does not exist' : (reasonOf(error) ?? codeOf(error));
  return new UsageError(`Cannot write ${path}: ${reason}.`);
}

/** @throws UsageError if the file cannot be read. */
export function readTextFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw cannotRead(path, error);
  }
}

/** @throws UsageError if the file cannot be read, or is not JSON. */
export function readJsonFile(path: string): unknown {
  const text = readTextFile(path);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text.
    throw new UsageError(`${path} is not valid JSON.`);
  }
}
