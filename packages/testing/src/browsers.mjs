import { startFirefox } from './firefox.mjs';
import { startWebKit } from './webkit.mjs';

const START = { firefox: startFirefox, webkit: startWebKit };

/** The browsers to test: all, or those that the environment variable `ONLY` lists, for example `ONLY=webkit`. */
export function requestedBrowsers() {
  const names = process.env.ONLY?.split(',') ?? Object.keys(START);
  const unknown = names.find((name) => !(name in START));
  if (unknown !== undefined) throw new Error(`Unknown browser "${unknown}". Use: ${Object.keys(START).join(', ')}.`);
  return names;
}

/**
 * @param {keyof typeof START} name
 * @returns {Promise<{ driver: import('selenium-webdriver').WebDriver, end: () => Promise<void> }>}
 */
export function startBrowser(name) {
  return START[name]();
}
