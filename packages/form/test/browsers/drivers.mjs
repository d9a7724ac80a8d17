// Starts Firefox by geckodriver, and WebKit by WebKitWebDriver.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Builder, Capabilities } from 'selenium-webdriver';
import { Options, ServiceBuilder } from 'selenium-webdriver/firefox.js';

/** @returns {Promise<{ driver: import('selenium-webdriver').WebDriver, end: () => Promise<void> }>} */
export async function firefox() {
  const options = new Options().addArguments('-headless').setBinary(process.env.FIREFOX ?? '/usr/bin/firefox-esr');
  const service = new ServiceBuilder(process.env.GECKODRIVER ?? 'geckodriver');
  const driver = await new Builder()
    .forBrowser('firefox')
    .setFirefoxOptions(options)
    .setFirefoxService(service)
    .build();
  return { driver, end: () => driver.quit() };
}

/** WebKitGTK has no headless mode: run this under xvfb-run. */
export async function webkit() {
  const port = await freePort();
  const program = spawn(process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver', [`--port=${port}`]);
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: process.env.MINIBROWSER, args: ['--automation'] },
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/status`).catch(() => undefined))) await new Promise((go) => setTimeout(go, 100));
  const driver = await new Builder()
    .usingServer(url)
    .withCapabilities(capabilities)
    .build()
    .catch((error) => {
      program.kill();
      throw error;
    });
  const end = async () => {
    await driver.quit().catch(() => undefined);
    program.kill();
  };
  return { driver, end };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
