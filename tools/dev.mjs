#!/usr/bin/env node
// `npm run dev`: pages by Next with its hot reload; server code is bundled again at each change and replaced in the
// running process, whose database stays open. Changes of what is opened at start (deps) need a restart.
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { context } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { bundleOptions, root } from './server-bundle.mjs'

process.chdir(root)
process.env.NODE_ENV = 'development'
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.argv.push('--create-secrets')

spawnSync(process.execPath, ['tools/prisma.mjs', 'generate'], { stdio: ['ignore', 'ignore', 'inherit'] })

const outdir = path.join(root, 'dist/dev')
const built = (name) => pathToFileURL(path.join(outdir, `${name}.mjs`)).href

const swap = {
  name: 'swap',
  setup(build) {
    let version = 0
    build.onEnd(async ({ errors }) => {
      if (errors.length > 0) return
      version += 1
      if (version === 1) return void (await import(built('main')))
      const running = globalThis.__latchkey
      if (!running) return
      const { createApp } = await import(`${built('app')}?v=${version}`)
      globalThis.__latchkey = createApp(running.deps, globalThis.__latchkeyPage)
      process.stdout.write('Server code replaced.\n')
    })
  },
}

const bundle = await context({
  ...bundleOptions,
  entryPoints: ['src/server/main.ts', 'src/server/app.ts'],
  outdir,
  outExtension: { '.js': '.mjs' },
  plugins: [swap],
})
await bundle.watch()
