#!/usr/bin/env node
// `npm run verify`: everything that must hold before a change lands, from a fresh clone, with all its own set-up.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'

const full = process.argv.includes('--full')
const reports = path.resolve('test-results')
const bin = (name) => path.resolve('node_modules/.bin', name)
const totals = { passed: 0, failed: 0, skipped: 0 }
const failures = []
const left = []

/** Runs a command to its end; its output appears only when it fails, unless `live`. Resolves to success. */
function run(command, args, { env, live } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => {
      if (code !== 0 && output) console.log(output.trimEnd())
      resolve(code === 0)
    })
    child.on('error', (error) => (console.log(error.message), resolve(false)))
  })
}

async function step(name, work) {
  const start = Date.now()
  let passed = false
  try {
    passed = (await work()) !== false
  } catch (error) {
    console.log(error.message)
  }
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
  if (!passed) failures.push(name)
  return passed
}

function skip(name, reason) {
  left.push(`${name}: ${reason}`)
  console.log(`skip ${name}: ${reason}`)
}

/** Adds a runner's own report to the totals. A report that is missing or empty is a failure. */
function addVitest(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'))
  totals.passed += report.numPassedTests
  totals.failed += report.numFailedTests
  totals.skipped += report.numPendingTests + (report.numTodoTests ?? 0)
  return report.success && report.numPassedTests > 0
}

function addPlaywright(file) {
  const { stats } = JSON.parse(readFileSync(file, 'utf8'))
  totals.passed += stats.expected
  totals.failed += stats.unexpected + stats.flaky
  totals.skipped += stats.skipped
  return stats.expected > 0 && stats.unexpected + stats.flaky === 0
}

async function vitest(name, args, env) {
  const file = path.join(reports, `${name}.json`)
  const succeeded = await run(
    bin('vitest'),
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { env },
  )
  return addVitest(file) && succeeded
}

const answers = (host, port) =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 })
    socket.on('connect', () => (socket.destroy(), resolve(true)))
    for (const event of ['error', 'timeout']) socket.on(event, () => (socket.destroy(), resolve(false)))
  })

async function longerSuites() {
  await step('property tests, 5,000 runs each', () =>
    vitest('property', ['--project', 'unit'], { PROPERTY_RUNS: '5000' }),
  )
  await step('browser tests, PostgreSQL', async () => {
    const { findChromium } = await import('./find-chromium.mjs')
    const env = { CHROMIUM_PATH: findChromium() }
    const succeeded = await run(process.execPath, ['tools/e2e-on-postgres.mjs'], { env, live: true })
    return addPlaywright(path.join(reports, 'e2e.json')) && succeeded
  })
}

async function main() {
  const start = Date.now()
  if (!existsSync('node_modules/.bin/vitest')) await step('install', () => run('npm', ['ci'], { live: true }))
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  if (!(await step('generate the database client', () => run('npm', ['run', 'db:generate'])))) return
  await step('format', () => run(bin('prettier'), ['--check', '.', '--log-level', 'warn']))
  await step('lint', () => run(bin('eslint'), ['.', '--max-warnings', '0']))
  await step('types', () => run(bin('tsc'), ['--noEmit']))
  await step('import rules', () =>
    run(bin('depcruise'), ['src', 'demo', '--config', '.dependency-cruiser.cjs']),
  )
  await step('dead code', () => run(bin('knip'), []))
  await step('secret scan', () => run(bin('secretlint'), ['**/*']))
  await step(
    'lock file names no registry',
    () => !readFileSync('package-lock.json', 'utf8').includes('"resolved"'),
  )
  await step('migration drift', () => run('npm', ['run', 'db:drift']))
  await step('unit tests', () => vitest('unit', ['--project', 'unit']))
  await step('database tests, embedded', () => vitest('database-embedded', ['--project', 'db']))

  const url = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
  const { hostname, port } = new URL(url)
  if (await answers(hostname, Number(port || 5432)))
    await step('database tests, PostgreSQL', () =>
      vitest('database-postgres', ['--project', 'db'], { TEST_DATABASE: 'postgres', TEST_POSTGRES_URL: url }),
    )
  else
    skip(
      'database tests, PostgreSQL',
      `nothing answers at ${hostname}:${port || 5432}; set TEST_POSTGRES_URL`,
    )

  if (await step('build', () => run('npm', ['run', 'build'])))
    await step('browser tests', async () => {
      const { findChromium } = await import('./find-chromium.mjs')
      const succeeded = await run(bin('playwright'), ['test'], {
        env: { CHROMIUM_PATH: findChromium() },
        live: true,
      })
      return addPlaywright(path.join(reports, 'e2e.json')) && succeeded
    })
  if (full) await longerSuites()
  else skip('longer suites', 'run `npm run verify:full`')

  console.log(`\n${((Date.now() - start) / 60_000).toFixed(1)} minutes`)
}

await main()
for (const line of left) console.log(`not run: ${line}`)
for (const name of failures) console.log(`failed: ${name}`)
console.log(
  `${totals.passed} passed, ${Math.max(totals.failed, failures.length)} failed, ${totals.skipped} skipped`,
)
process.exit(failures.length > 0 || totals.failed > 0 ? 1 : 0)
