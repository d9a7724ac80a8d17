// Starts Firefox by geckodriver, and WebKit by WebKitWebDriver.
import { spawn } from 'node:child_process';
import { Builder, Capabilities } from 'selenium-webdriver';
import { Options, ServiceBuilder } from 'selenium-webdriver/firefox.js';

const WEBKIT_PORT = 4720;

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
  const program = spawn(process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver', [`--port=${WEBKIT_PORT}`]);
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: process.env.MINIBROWSER, args: ['--automation'] },
  });
  const url = `http://127.0.0.1:${WEBKIT_PORT}`;
  while (!(await fetch(`${url}/status`).catch(() => undefined))) await new Promise((go) => setTimeout(go, 100));
  const driver = await new Builder().usingServer(url).withCapabilities(capabilities).build();
  const end = async () => {
    await driver.quit().catch(() => undefined);
    program.kill();
  };
  return { driver, end };
}
