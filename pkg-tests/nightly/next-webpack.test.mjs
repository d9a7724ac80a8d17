// Next.js with webpack: its build takes minutes.
import { after, test } from 'node:test';
import { stopBrowser } from '../harness/browser.mjs';
import { runEnvironment } from '../harness/environment.mjs';

after(stopBrowser);

test('next build --webpack', { timeout: 1_800_000 }, (t) => runEnvironment('next', t, 'webpack'));
