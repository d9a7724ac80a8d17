// `npm run bench`: builds the packages, then measures them as they are packed; see pkg-tests/bench/bench.mjs.

import { installPackages } from './install.mjs';
import { main, step } from './step.mjs';

await main(async () => {
  await step('Build', 'npm', ['run', 'build']);
  await installPackages('pkg-tests');
  const { bench } = await import('../pkg-tests/bench/bench.mjs');
  await bench();
});
