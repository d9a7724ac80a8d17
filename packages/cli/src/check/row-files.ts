/** The files that a check writes beside its report: accepted rows, rejected rows, the log of repairs. */
import { OWNER_ONLY, AtomicFile } from './atomic-write.ts';
import type { Settings } from './settings.ts';
import { Split } from './split-rows.ts';

/** Those that were asked for. */
export interface Files {
  readonly split: Split | undefined;
  readonly repairLog: AtomicFile | undefined;
}

/** @throws UsageError if one cannot be written. */
export async function openFiles({ outOk, outBad, repairLog }: Settings): Promise<Files> {
  const isSplit = outOk !== undefined || outBad !== undefined;
  const split = isSplit ? await Split.create(outOk, outBad) : undefined;
  try {
    return {
      split,
      repairLog: repairLog === undefined ? undefined : await AtomicFile.create('--repair-log', repairLog, OWNER_ONLY),
    };
  } catch (error) {
    split?.drop();
    throw error;
  }
}

/** Gives the files their names. */
export async function finishFiles({ split, repairLog }: Files): Promise<void> {
  await split?.finish();
  await repairLog?.finish();
}

/** Throws them away: a part of the accepted rows would pass for all of them. */
export function dropFiles({ split, repairLog }: Files): void {
  split?.drop();
  repairLog?.drop();
}
