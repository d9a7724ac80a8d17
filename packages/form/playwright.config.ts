import { defineConfig } from '@playwright/test';

const port = 4719;

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
