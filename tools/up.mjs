#!/usr/bin/env node
// `npm run up`: from a fresh clone to a running server. Uses nothing but Node until the packages are installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const isDemo = process.argv.includes('--demo')

const say = (text) => process.stdout.write(`${text}\n`)
const changedAt = (file) => statSync(file).mtimeMs

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  stop(
    `Latchkey needs Node 20.19 or newer, and this is ${process.versions.node}. Install Node 24, then run it again.`,
  )
}

function run(command, args, failure) {
  const isWindows = process.platform === 'win32'
  const { status, signal } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: isWindows })
  if (signal) process.exit(1)
  if (status !== 0) stop(failure)
}

function installIfNeeded() {
  const record = 'node_modules/.package-lock.json' // npm writes it last
  if (existsSync(record) && changedAt(record) >= changedAt('package-lock.json')) return
  say('Installing packages (about a minute) …')
  run(
    'npm',
    ['ci'],
    'The packages could not be installed. The lines above say why; mend it, then run it again.',
  )
}

function buildIfNeeded() {
  run(process.execPath, ['tools/build.mjs', '--if-changed'], 'The build failed. The lines above say why.')
}

function serve() {
  say(isDemo ? 'Starting the demo …' : 'Starting …')
  const args = ['--enable-source-maps', isDemo ? 'dist/demo.mjs' : 'dist/main.mjs', '--create-secrets']
  // Node 22 and newer keep compiled modules there, which shortens the next start.
  const env = { NODE_COMPILE_CACHE: 'dist/.compile-cache', ...process.env, NODE_ENV: 'production' }
  const server = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  // A terminal sends Ctrl-C to both of us; the server takes a second signal for the same one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
  server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

requireNode()
process.chdir(root)
installIfNeeded()
buildIfNeeded()
serve()
