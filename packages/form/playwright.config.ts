import { defineConfig } from '@playwright/test';

// Each checkout has its own port, so that two can be tested at the same time.
const port = Number(process.env.FORM_PORT ?? 20_000 + (hash(import.meta.dirname) % 10_000));

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '*.spec.ts',
  outputDir: '../../target/form/results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
    actionTimeout: 5000,
    viewport: { width: 720, height: 900 },
  },
  webServer: {
    command: 'node test/browser/server.mjs',
    env: { PORT: `${port}` },
    url: `http://127.0.0.1:${port}/form.html`,
    timeout: 120_000,
  },
});

function hash(path: string): number {
  let sum = 0;
  for (const character of path) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}
