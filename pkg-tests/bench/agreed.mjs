// All contenders must accept the same number of requests, so that none wins by checking less.

/**
 * @param {Record<string, { contenders: { name: string, accepted: number }[] }>} works
 * @throws Error if a contender accepts more or fewer than the others
 */
export function agreed(works) {
  for (const [work, { contenders }] of Object.entries(works)) {
    const [first] = contenders;
    const other = contenders.find(({ accepted }) => accepted !== first.accepted);
    if (other === undefined) continue;
    throw new Error(`${work}: ${first.name} accepts ${first.accepted}, ${other.name} ${other.accepted}`);
  }
}
