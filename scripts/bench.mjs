// `npm run bench`: builds the package, then measures it as it is packed; see pkg-tests/bench/bench.mjs.

import { build } from './build.mjs';
import { setUpNpm } from './setup.mjs';
import { main } from './step.mjs';

await main(async () => {
  await build();
  await setUpNpm('pkg-tests');
  const { bench } = await import('../pkg-tests/bench/bench.mjs');
  await bench();
});
