import http, { type IncomingHttpHeaders, type RequestOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { procedure, router } from '@/server/api/trpc'
import { openTestDatabase } from '@/testing/db'
import { recordingLog, testDeps } from '@/testing/deps'
import type { Database } from './db/database'
import { createEntry } from './entry'

const planted = ['cana', 'ry'].join('') + 'x'.repeat(8)

const testRouter = router({
  whoami: procedure.query(({ ctx }) => ({ address: ctx.address, requestId: ctx.requestId })),
  echo: procedure.input(z.strictObject({ text: z.string() })).query(({ input }) => input.text),
  change: procedure.input(z.strictObject({ text: z.string() })).mutation(({ input }) => input.text),
})

let db: Database
let server: http.Server
let port: number
let atPage: IncomingHttpHeaders[] = []
const { log, lines } = recordingLog()

beforeAll(async () => {
  db = await openTestDatabase()
  server = http.createServer((req, res) => handle(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  const deps = testDeps(db, { log, env: { APP_URL: `http://127.0.0.1:${port}` } })
  const handle = createEntry(deps, testRouter, async (req, res) => {
    atPage.push(req.headers)
    res.end('a page')
  })
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await db.close()
})
beforeEach(() => {
  atPage = []
  lines.length = 0
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
  json(): unknown
}

function ask(path: string, options: RequestOptions = {}, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path, agent: false, ...options }, (res) => {
      let text = ''
      res.on('data', (chunk: Buffer) => (text += chunk.toString()))
      res.on('end', () =>
        resolve({
          status: res.statusCode ?? 0,
          headers: res.headers,
          text,
          json: () => JSON.parse(text) as unknown,
        }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

const inputOf = (input: unknown) => `input=${encodeURIComponent(JSON.stringify(input))}`
const json = { 'content-type': 'application/json' }
const change = (headers: http.OutgoingHttpHeaders, body = '{"text":"hello"}') =>
  ask('/api/trpc/change', { method: 'POST', headers: { ...json, ...headers } }, body)

test('a client cannot choose its address, its request id, or what Next believes of the host', async () => {
  const forged = {
    ...{
      'x-forwarded-for': '6.6.6.6',
      'x-real-ip': '6.6.6.6',
      'x-request-id': 'mine',
      forwarded: 'for=6.6.6.6',
    },
    ...{
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-middleware-subrequest': 'proxy',
    },
  }
  const { result } = (await ask('/api/trpc/whoami', { headers: forged })).json() as {
    result: { data: { address: string; requestId: string } }
  }
  expect(result.data.address).toBe('127.0.0.1')
  expect(result.data.requestId).toMatch(/^req_[0-9a-f]{32}$/)

  await ask('/somewhere', { headers: forged })
  expect(atPage[0]).toMatchObject({
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-host': `127.0.0.1:${port}`,
    'x-forwarded-proto': 'http',
  })
  expect(atPage[0]?.['x-request-id']).not.toBe('mine')
  for (const name of ['x-real-ip', 'forwarded', 'x-middleware-subrequest'])
    expect(atPage[0]).not.toHaveProperty(name)
})

test('every answer of ours carries its request id and is neither kept nor guessed at', async () => {
  for (const path of ['/healthz', '/api/trpc/whoami', '/api/nothing', '/api/trpc/missing']) {
    const { headers } = await ask(path)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    expect(headers['x-request-id']).toMatch(/^req_/)
  }
})

test('what the sign-in library answers is not framed, guessed at or kept either', async () => {
  const { headers, text } = await ask('/api/auth/session')
  expect(text).toBe('a page')
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
  })
})

test('a single query and a batch answer in the wire format of tRPC', async () => {
  const single = await ask(`/api/trpc/echo?${inputOf({ text: 'a' })}`)
  expect([single.status, single.json()]).toEqual([200, { result: { data: 'a' } }])
  const batch = await ask(`/api/trpc/echo,echo?batch=1&${inputOf({ 0: { text: 'a' }, 1: { wrong: 1 } })}`)
  expect(batch.status).toBe(207)
  expect(batch.json()).toMatchObject([
    { result: { data: 'a' } },
    { error: { data: { code: 'BAD_REQUEST' } } },
  ])
})

test('a batch of more than twenty is refused, read or write', async () => {
  const path = `/api/trpc/${Array.from({ length: 21 }, () => 'whoami').join(',')}?batch=1`
  expect((await ask(path)).status).toBe(400)
  const writes = path.replaceAll('whoami', 'change')
  expect((await ask(writes, { method: 'POST', headers: json }, '{}')).status).toBe(400)
})

test.each([
  '/api/trpc/echo?input=%7Bnot',
  '/api/trpc/%E0%A4%A',
  '/api/trpc/echo?batch=1&input=3',
  '/api/trpc/',
])('%s is an error of the caller, not of ours', async (path) => {
  const { status } = await ask(path)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
})

test('input that cannot be read is not quoted back, and never logged', async () => {
  const broken = await ask(`/api/trpc/echo?input=${planted}`)
  const wrong = await ask(`/api/trpc/echo?${inputOf({ text: planted, more: planted })}`)
  const unread = await change({}, `{"text": ${planted}`)
  for (const { status, text } of [broken, wrong, unread]) {
    expect(status).toBe(400)
    expect(text).not.toContain(planted)
  }
  expect(lines.join('')).toContain('answered')
  expect(lines.join('')).not.toContain(planted)
})

test('a change from our own page passes, from a foreign one it is refused in one shape', async () => {
  const own = await change({ origin: `http://127.0.0.1:${port}`, cookie: 'a=b' })
  expect([own.status, own.json()]).toEqual([200, { result: { data: 'hello' } }])
  const foreign = await change({ origin: 'https://evil.example', cookie: 'a=b' })
  expect(foreign.status).toBe(403)
  expect(foreign.json()).toMatchObject({ error: { data: { code: 'ORIGIN_REFUSED' } } })
  expect((await change({ cookie: 'a=b' })).status).toBe(403)
  expect((await change({})).status).toBe(200)
  const signIn = await ask('/api/auth/callback/credentials', { method: 'POST', headers: { origin: 'null' } })
  expect([signIn.status, atPage.length]).toEqual([403, 0])
})

test('a body over one megabyte is refused, whether or not it tells its size', async () => {
  const large = Buffer.alloc(1024 * 1024 + 1, 'x')
  const told = await ask('/api/trpc/change', { method: 'POST', headers: json }, large)
  const chunked = { ...json, 'transfer-encoding': 'chunked' }
  const untold = await ask('/api/trpc/change', { method: 'POST', headers: chunked }, large)
  for (const { status, text } of [told, untold]) {
    expect(status).toBe(413)
    expect(text).toContain('TOO_LARGE')
  }
  for (const headers of [{ 'content-length': String(large.length) }, { 'transfer-encoding': 'chunked' }])
    expect((await ask('/api/auth/session', { method: 'POST', headers }, large)).status).toBe(413)
  expect(atPage).toEqual([])
})

test('an unknown path below /api is told in JSON, any other is the pages’ affair', async () => {
  const unknown = await ask('/api/nothing')
  expect([unknown.status, unknown.json()]).toMatchObject([404, { code: 'NOT_FOUND' }])
  expect((await ask('/nothing')).text).toBe('a page')
})

test('a page under another name is sent to ours; a forwarded loopback port stays', async () => {
  const at = (host: string) => ask('/keys?x=1', { headers: { host } })
  for (const host of ['evil.example', `evil.example:${port}`, `localhost:${port}`]) {
    const { status, headers } = await at(host)
    expect([status, headers.location]).toEqual([307, `http://127.0.0.1:${port}/keys?x=1`])
  }
  expect(atPage).toEqual([])
  for (const host of [`127.0.0.1:${port}`, 'localhost:8080']) expect((await at(host)).text).toBe('a page')
})

test('a path that looks like a host does not lead there', async () => {
  const { headers } = await ask('//evil.example/x', { headers: { host: 'other' } })
  expect(new URL(headers.location ?? '').origin).toBe(`http://127.0.0.1:${port}`)
})

test('health is told by asking the database', async () => {
  expect([(await ask('/healthz')).status, (await ask('/healthz')).json()]).toEqual([200, { status: 'ok' }])
})
