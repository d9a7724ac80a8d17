// Starts a headless Firefox with geckodriver.
import { Builder } from 'selenium-webdriver';
import { Options, ServiceBuilder } from 'selenium-webdriver/firefox.js';

/** @returns {Promise<{ driver: import('selenium-webdriver').WebDriver, end: () => Promise<void> }>} */
export async function startFirefox() {
  const options = new Options().addArguments('-headless').setBinary(process.env.FIREFOX ?? '/usr/bin/firefox-esr');
  const service = new ServiceBuilder(process.env.FIREFOX_DRIVER ?? 'geckodriver');
  const builder = new Builder().forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service);
  const driver = await builder.build();
  return { driver, end: () => driver.quit() };
}
