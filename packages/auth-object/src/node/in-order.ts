/** Runs work in parallel and takes the results in order. */

/** How many pieces per worker may wait to be taken. */
const AHEAD = 2;

/**
 * Gives each piece to the next free worker.
 *
 * @param take - Takes the results in the order of the pieces. The workers wait for it.
 * @throws The first exception of a worker or of `take`.
 */
export async function inOrder<Piece, Result>(
  pieces: readonly Piece[],
  workers: readonly ((piece: Piece) => Promise<Result>)[],
  take: (result: Result) => Promise<void>,
): Promise<void> {
  const results = new Map<number, Result>();
  const waiting: (() => void)[] = [];
  let next = 0;
  let taken = 0;
  let isTaking = false;

  async function takeReady(): Promise<void> {
    if (isTaking) return;
    isTaking = true;
    for (let result = results.get(taken); result !== undefined; result = results.get(taken)) {
      results.delete(taken);
      await take(result);
      taken += 1;
      for (const go of waiting.splice(0)) go();
    }
    isTaking = false;
  }

  async function work(worker: (piece: Piece) => Promise<Result>): Promise<void> {
    while (next < pieces.length) {
      if (next - taken >= AHEAD * workers.length) {
        await new Promise<void>((go) => waiting.push(go));
        continue;
      }
      const index = next;
      next += 1;
      results.set(index, await worker(pieces[index] as Piece));
      await takeReady();
    }
  }

  await Promise.all(workers.map(work));
}
