// One import, no plugin, no await: the packed packages in every environment. Each folder of environments/ is a test.
// `ONLY=vite,bun node --test environments.test.mjs` runs only these two.
import { after, describe, test } from 'node:test';
import { stopBrowser } from './harness/browser.mjs';
import { environments, runEnvironment } from './harness/environment.mjs';

const all = environments();
const only = process.env.ONLY?.split(',') ?? all;
const unknown = only.find((name) => !all.includes(name));
if (unknown !== undefined) throw new Error(`Unknown environment ${unknown}. Known: ${all.join(', ')}.`);

describe('environments', () => {
  after(stopBrowser);
  for (const name of only) test(name, { timeout: 1_800_000 }, (t) => runEnvironment(name, t));
});
