// `npm run www`: builds the packages and serves the web page, which follows its sources.

import { join } from 'node:path';
import { build } from './build.mjs';
import { main, root, step } from './step.mjs';

await main(async () => {
  await build();
  await step('Serve the page (Ctrl-C ends it)', 'npm', ['run', '--prefix', join(root, 'www'), 'dev'], {
    show: true,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  });
});
