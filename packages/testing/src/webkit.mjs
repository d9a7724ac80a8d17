// Starts WebKitGTK with WebKitWebDriver. It needs a display, for example from xvfb-run.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Builder, Capabilities } from 'selenium-webdriver';
import { findFreePort } from 'selenium-webdriver/net/portprober.js';

/** The longest time until the driver answers. */
const START_MS = 15_000;

/** @returns {Promise<{ driver: import('selenium-webdriver').WebDriver, end: () => Promise<void> }>} */
export async function startWebKit() {
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    throw new Error('WebKit needs a display. Run this with xvfb-run.');
  const port = await findFreePort('127.0.0.1');
  const program = spawn(process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver', [`--port=${port}`]);
  // A driver that still runs would keep the tests from ending.
  try {
    const url = `http://127.0.0.1:${port}`;
    await answering(url, program);
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: process.env.MINIBROWSER, args: ['--automation'] },
    });
    const driver = await new Builder().usingServer(url).withCapabilities(capabilities).build();
    const end = async () => {
      await driver.quit().catch(() => undefined);
      program.kill();
    };
    return { driver, end };
  } catch (error) {
    program.kill();
    throw error;
  }
}

async function answering(url, program) {
  let failure;
  program.on('error', (error) => (failure = error.message));
  program.on('exit', (code) => (failure = `it exited with code ${code}`));
  const until = Date.now() + START_MS;
  while (failure === undefined && Date.now() < until) {
    if (await fetch(`${url}/status`).catch(() => undefined)) return;
    await sleep(100);
  }
  throw new Error(`Cannot start WebKitWebDriver: ${failure ?? `no answer within ${START_MS / 1000} s`}.`);
}
