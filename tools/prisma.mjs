#!/usr/bin/env node
// Runs the ordinary Prisma CLI with our schema engine, and without its calls home.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
const isWindows = process.platform === 'win32' // cannot start a script by its shebang: the native engine is used there

const { status, error } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    ...(isWindows
      ? {}
      : { PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(new URL('schema-engine.mjs', import.meta.url)) }),
  },
})
if (error) throw error
process.exit(status ?? 1)
