import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTypeScript, type Started } from '@/testing/run-typescript'
import { openEmbedded } from './open-embedded'

const rounds = 3
const migrations = 'prisma/migrations'
let directory: string
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'latchkey-embedded-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Writes row after row, and says each name only once its commit was acknowledged. */
const writer = `
  import { openEmbedded } from './src/server/db/open-embedded.ts'
  const [directory, round] = process.argv.slice(1)
  const open = async () => {
    const db = await openEmbedded(directory, '${migrations}')
    for (let n = 0; ; n++) {
      await db.pool.query('INSERT INTO "SystemFact" (name, value) VALUES ($1, $2)', [round + '-' + n, 'x'.repeat(n % 900)])
      process.stdout.write('[' + round + '-' + n + ']')
    }
  }
  open()`

async function writeUntilKilled(round: number): Promise<string[]> {
  const child: Started = runTypeScript(['--input-type=module', '--eval', writer, directory, String(round)])
  await child.says(`[${round}-${40 + round * 17}]`)
  child.child.kill('SIGKILL')
  const { output } = await child.ended
  return [...output.matchAll(/\[([\d-]+)\]/g)].map(([, name]) => name ?? '')
}

test('a process killed while writing loses no row that it acknowledged, time after time', async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < rounds; round++) acknowledged.push(...(await writeUntilKilled(round)))
  const db = await openEmbedded(directory, migrations)
  const { rows } = await db.pool.query<{ name: string }>('SELECT name FROM "SystemFact"')
  await db.close()
  const stored = new Set(rows.map(({ name }) => name))
  expect(acknowledged.filter((name) => !stored.has(name))).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(rounds * 40)
}, 120_000)

test('a first start that was killed while making the files is simply begun again', async () => {
  const fresh = path.join(directory, 'fresh')
  const first = runTypeScript(['--input-type=module', '--eval', writer, fresh, '0'])
  const isBegun = () => existsSync(fresh) && readdirSync(fresh).some((name) => name.includes('unfinished'))
  while (!isBegun()) await sleep(5)
  first.child.kill('SIGKILL')
  await first.ended
  expect(existsSync(path.join(fresh, 'database'))).toBe(false)
  const db = await openEmbedded(fresh, migrations)
  expect(await db.prisma.user.count()).toBe(0)
  await db.close()
  expect(readdirSync(fresh)).toEqual(['database'])
}, 120_000)

test('every commit reaches the disk: fsync is on, by the one method that works here', async () => {
  const db = await openEmbedded(path.join(directory, 'synced'), migrations)
  const { rows } = await db.pool.query(
    `SELECT current_setting('fsync') AS fsync, current_setting('wal_sync_method') AS method, current_setting('synchronous_commit') AS commit`,
  )
  await db.close()
  expect(rows).toEqual([{ fsync: 'on', method: 'fsync', commit: 'on' }])
}, 60_000)
