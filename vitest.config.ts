import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const onPostgres = process.env.TEST_DATABASE === 'postgres'
const testPostgresUrl = onPostgres
  ? (process.env.TEST_POSTGRES_URL ?? 'postgresql://postgres@localhost:5432/postgres')
  : ''

const tests = '{src,demo,tools}/**/*.test.{ts,tsx}'
const databaseTests = '{src,demo,tools}/**/*.db.test.{ts,tsx}'

const isFull = process.env.PROPERTY_RUNS !== undefined

export default defineConfig({
  resolve: {
    alias: {
      '@demo': fileURLToPath(new URL('demo', import.meta.url)),
      '@': fileURLToPath(new URL('src', import.meta.url)),
    },
  },
  test: {
    pool: 'forks',
    setupFiles: 'src/testing/property-runs.ts',
    maxWorkers: 2, // each holds an embedded database of about 0.75 GB
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [tests],
          exclude: [databaseTests],
          testTimeout: isFull ? 600_000 : 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [databaseTests],
          globalSetup: 'src/testing/global-setup.ts',
          provide: { testPostgresUrl },
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
