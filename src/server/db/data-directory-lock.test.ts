import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runTypeScript, type Started } from '@/testing/run-typescript'
import { lockDataDirectory } from './data-directory-lock'

let directory: string
let started: Started[] = []

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'latchkey-lock-'))
})
afterEach(() => {
  for (const { child } of started) child.kill('SIGKILL')
  started = []
  rmSync(directory, { recursive: true, force: true })
})

const script = `
  import { lockDataDirectory } from './src/server/db/data-directory-lock.ts'
  lockDataDirectory(process.argv[1]).then(
    () => { console.log('locked'); setInterval(() => {}, 1000) },
    (error) => { console.log('refused: ' + error.message) },
  )`

function lockInAnotherProcess(): Started {
  const other = runTypeScript(['--input-type=module', '--eval', script, directory])
  started.push(other)
  return other
}

const lockFile = () => path.join(directory, 'lock')

test('a second process is refused, and told which process and which directory', async () => {
  const first = lockInAnotherProcess()
  await first.says('locked')
  await expect(lockDataDirectory(directory)).rejects.toThrow(
    `${directory} is in use by process ${first.child.pid}`,
  )
})

test('the lock of a killed process is taken over', async () => {
  const first = lockInAnotherProcess()
  await first.says('locked')
  first.child.kill('SIGKILL')
  await first.ended
  expect(existsSync(lockFile())).toBe(true)
  const giveBack = await lockDataDirectory(directory)
  expect(JSON.parse(readFileSync(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid })
  giveBack()
  expect(existsSync(lockFile())).toBe(false)
})

test.runIf(process.platform === 'linux')(
  'a later process with the same number is not the holder',
  async () => {
    writeFileSync(lockFile(), JSON.stringify({ pid: process.ppid, started: 'another boot 1' }))
    await expect(lockDataDirectory(directory)).resolves.toBeTypeOf('function')
  },
)

test('of several that find a dead lock at once, exactly one gets it', async () => {
  writeFileSync(lockFile(), JSON.stringify({ pid: 999_999_999, started: 'gone' }))
  const racers = Array.from({ length: 4 }, lockInAnotherProcess)
  await Promise.all(racers.map((racer) => racer.says('e'))) // "locked" or "refused"
  const words = racers.map((racer) => racer.output().slice(0, 6))
  expect(words.sort()).toEqual(['locked', 'refuse', 'refuse', 'refuse'])
}, 30_000)

test('a lock cut short by a crash is taken over', async () => {
  writeFileSync(lockFile(), '')
  await expect(lockDataDirectory(directory)).resolves.toBeTypeOf('function')
})

test('a directory that cannot be written is named, with what to do', async () => {
  const file = path.join(directory, 'file')
  writeFileSync(file, '')
  await expect(lockDataDirectory(path.join(file, 'data'))).rejects.toThrow(
    /cannot be written \(ENOTDIR\).*LATCHKEY_DIR/,
  )
})
