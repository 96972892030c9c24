import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'

// Workers load this file too; they inherit the folder of the first load.
process.env.E2E_FOLDER ??= mkdtempSync(path.join(tmpdir(), 'latchkey-e2e-'))
const folder = process.env.E2E_FOLDER
const first = Number(process.env.E2E_PORT ?? 3100)
const ports = { fresh: first, demo: first + 1, fakes: first + 2 }
const address = (port: number) => `http://127.0.0.1:${port}`

const server = (entry: string, port: number, env: Record<string, string>) => ({
  command: `node --enable-source-maps ${entry} --create-secrets`,
  url: `${address(port)}/healthz`,
  timeout: 120_000,
  reuseExistingServer: false,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 },
  env: { PORT: String(port), RATE_LIMIT_TESTS: '1000', RATE_LIMIT_WRITES: '1000', LOG_LEVEL: 'warn', ...env },
})

const browser = {
  ...devices['Desktop Chrome'],
  viewport: { width: 1440, height: 900 },
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { ...browser, screenshot: 'only-on-failure' },
  projects: [
    { name: 'fresh', testDir: 'e2e/fresh', use: { baseURL: address(ports.fresh) } },
    { name: 'demo', testDir: 'e2e/demo', use: { baseURL: address(ports.demo) } },
  ],
  webServer: [
    {
      command: `npx tsx demo/fake-providers/serve.ts ${ports.fakes}`,
      port: ports.fakes,
      reuseExistingServer: false,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    },
    server('dist/main.mjs', ports.fresh, {
      LATCHKEY_DIR: path.join(folder, 'fresh'),
      ...(process.env.E2E_DATABASE_URL && { DATABASE_URL: process.env.E2E_DATABASE_URL }),
      PROVIDER_ORIGINS: `*=${address(ports.fakes)}/{host}`,
    }),
    server('dist/demo.mjs', ports.demo, { LATCHKEY_DEMO_DIR: path.join(folder, 'demo') }),
  ],
})
