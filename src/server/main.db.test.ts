import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTypeScript, type Started } from '@/testing/run-typescript'
import { openEmbedded } from './db/open-embedded'

const patienceMs = 60_000
const started: Started[] = []
let root: string
/** A data directory on which the server ran once and was stopped. */
let used: string
let freePort: string

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'latchkey-start-'))
  used = path.join(root, 'used')
  freePort = String(await findFreePort())
}, patienceMs)
afterAll(() => {
  for (const { child } of started) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Every setting that the surroundings might hold is given, so that none of them counts. */
function start(settings: Record<string, string>, ...args: string[]): Started {
  const env = {
    ...{
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: '',
      KEY_RING: '',
      APP_URL: '',
      LOG_LEVEL: 'info',
    },
    ...{ PORT: freePort, LATCHKEY_DIR: used, NODE_ENV: 'production' as const, ...settings },
  }
  const server = runTypeScript(['src/server/main.ts', '--no-pages', ...args], { env })
  started.push(server)
  return server
}

/** The words of a start that fails. */
async function failureOf(settings: Record<string, string>, ...args: string[]): Promise<string> {
  const { code, output } = await start(settings, ...args).ended
  expect(code).toBe(1)
  return output.trim()
}

const isOneSentence = /^[A-Z][^\n]+\.$/

test(
  'the first start makes a private data directory, tells the address and the set-up token, and stops when asked',
  async () => {
    const server = start({}, '--create-secrets')
    await server.says('Latchkey is ready at')
    expect(server.output()).toContain(`http://127.0.0.1:${freePort}`)
    expect(server.output()).toMatch(/Set-up token, .*: [\w-]{20,}/)
    expect(server.output()).toMatch(/Back it up now/)
    expect((await fetch(`http://127.0.0.1:${freePort}/healthz`)).status).toBe(200)
    for (const [name, mode] of Object.entries({ '': 0o700, 'key-ring.json': 0o600, 'session-secret': 0o600 }))
      expect(statSync(path.join(used, name)).mode & 0o777).toBe(mode)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  },
  patienceMs,
)

test(
  'a second process on the same data directory is refused, and the first serves on',
  async () => {
    const first = start({})
    await first.says('Latchkey is ready at')
    const words = await failureOf({ PORT: '1' })
    expect(words).toMatch(isOneSentence)
    expect(words).toContain(`${used} is in use by process ${first.child.pid}`)
    expect((await fetch(`http://127.0.0.1:${freePort}/healthz`)).status).toBe(200)
    first.child.kill('SIGINT')
    expect((await first.ended).code).toBe(0)
  },
  patienceMs,
)

test(
  'a taken port is named',
  async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => holder.once('listening', resolve))
    const { port } = holder.address() as AddressInfo
    const words = await failureOf({ PORT: String(port) })
    holder.close()
    expect(words).toMatch(isOneSentence)
    expect(words).toContain(`Port ${port} on 127.0.0.1 is taken`)
  },
  patienceMs,
)

test(
  'wrong settings are listed together',
  async () => {
    const words = await failureOf({ PORT: 'many', SIGN_UP: 'everyone' })
    expect(words).toMatch(/^2 settings are wrong:\n {2}PORT .*\n {2}SIGN_UP .*$/)
  },
  patienceMs,
)

test(
  'a missing key ring ends the start where the database holds a seal of it, and none is made over it',
  async () => {
    const ring = path.join(used, 'key-ring.json')
    const text = readFileSync(ring, 'utf8')
    rmSync(ring)
    const words = await failureOf({}, '--create-secrets')
    expect(words).toMatch(isOneSentence)
    expect(words).toContain('key-ring.json is missing')
    expect(statSync(ring, { throwIfNoEntry: false })).toBeUndefined()
    writeFileSync(ring, text, { mode: 0o600 })
  },
  patienceMs,
)

test(
  'a truncated key ring, or one of another installation, ends the start',
  async () => {
    const ring = path.join(used, 'key-ring.json')
    const text = readFileSync(ring, 'utf8')
    writeFileSync(ring, text.slice(0, 100))
    const truncated = await failureOf({}, '--create-secrets')
    writeFileSync(
      ring,
      text.replace(/[0-9a-f]{64}/g, (key) => [...key].reverse().join('')),
    )
    const foreign = await failureOf({}, '--create-secrets')
    writeFileSync(ring, text)
    expect([truncated, foreign]).toEqual([
      expect.stringMatching(isOneSentence),
      expect.stringMatching(isOneSentence),
    ])
    expect(truncated).toContain('cut short')
    expect(foreign).toContain('belongs to another database')
  },
  patienceMs,
)

test(
  'a migration that failed earlier ends the start',
  async () => {
    const db = await openEmbedded(used, 'prisma/migrations')
    await db.pool.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('x', 'x', '9999_broken')`,
    )
    await db.close()
    const words = await failureOf({})
    expect(words).toContain('9999_broken failed earlier')
  },
  patienceMs,
)

test(
  'an unreachable PostgreSQL is named without its password',
  async () => {
    const password = ['cana', 'ry'].join('') + 'x'.repeat(8)
    const words = await failureOf({ DATABASE_URL: `postgres://user:${password}@127.0.0.1:1/latchkey` })
    expect(words).toMatch(isOneSentence)
    expect(words).toContain('PostgreSQL at 127.0.0.1:1/latchkey cannot be used: nothing answers there')
    expect(words).not.toContain(password)
  },
  patienceMs,
)

test(
  'a data directory that cannot be used is named',
  async () => {
    const file = path.join(root, 'file')
    writeFileSync(file, '')
    const words = await failureOf({ LATCHKEY_DIR: path.join(file, 'data') }, '--create-secrets')
    expect(words).toMatch(isOneSentence)
    expect(words).toContain(`${file}/data cannot be written`)
  },
  patienceMs,
)

test(
  'an embedded database that is not one is named',
  async () => {
    const broken = path.join(root, 'broken')
    mkdirSync(path.join(broken, 'database'), { recursive: true })
    writeFileSync(path.join(broken, 'database', 'PG_VERSION'), 'nonsense')
    chmodSync(broken, 0o700)
    const words = await failureOf({ LATCHKEY_DIR: broken }, '--create-secrets')
    expect(words.split('\n').at(-1)).toContain('cannot be opened. Restore the directory from a backup')
  },
  patienceMs,
)
