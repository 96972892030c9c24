#!/usr/bin/env node
// `npm run build`: database client, server, pages. With --if-changed, only what its sources ask for.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'
import { bundleOptions, root } from './server-bundle.mjs'

const requirePackage = createRequire(import.meta.url)
const stampFile = path.join(root, 'dist/built-from')

/** What the build reads. Tests and the generated client are left out: neither changes what is served. */
const inputs = [
  ...['src', 'demo', 'prisma/schema.prisma', 'package-lock.json', 'next.config.mjs', 'postcss.config.mjs'],
  ...['tailwind.config.ts', 'tsconfig.json', 'tools/build.mjs', 'tools/server-bundle.mjs'],
]
const isIgnored = (file) => file.startsWith('src/generated') || /\.test\.tsx?$/.test(file)

function* filesOf(entry) {
  const absolute = path.join(root, entry)
  if (!existsSync(absolute)) return
  const children = readDirectory(absolute)
  if (children === null) yield entry
  else for (const child of children.sort()) yield* filesOf(path.posix.join(entry, child))
}

function readDirectory(absolute) {
  try {
    return readdirSync(absolute)
  } catch (error) {
    if (error.code === 'ENOTDIR') return null
    throw error
  }
}

function hashInputs() {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((entry) => [...filesOf(entry)]))
    if (!isIgnored(file))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

function isUpToDate(hash) {
  const outputs = ['dist/main.mjs', '.next/BUILD_ID', 'src/generated/prisma/client.ts']
  return (
    outputs.every((file) => existsSync(path.join(root, file))) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === hash
  )
}

function run(script, ...args) {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, env, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

const say = (text) => process.stdout.write(`${text}\n`)
const hash = hashInputs()
if (process.argv.includes('--if-changed') && isUpToDate(hash)) process.exit(0)

say('Generating the database client …')
run(path.join(root, 'tools/prisma.mjs'), 'generate')

say('Bundling the server …')
const entryPoints = ['src/server/main.ts', 'demo/main.ts'].filter((file) => existsSync(path.join(root, file)))
await build({
  ...bundleOptions,
  entryPoints: Object.fromEntries(
    entryPoints.map((file) => [file.startsWith('demo') ? 'demo' : 'main', file]),
  ),
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
})

say('Building the pages (about half a minute) …')
run(requirePackage.resolve('next/dist/bin/next'), 'build')

mkdirSync(path.dirname(stampFile), { recursive: true })
writeFileSync(stampFile, hash)
