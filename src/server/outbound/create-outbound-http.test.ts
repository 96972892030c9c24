import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import type { HttpRequest } from '@/core/http'
import { selfSignedCertificate } from '@/testing/self-signed-certificate'
import { startServer, type RunningServer } from '@/testing/start-server'
import { createOutboundHttp, type OutboundOptions } from './create-outbound-http'

const open: { close(): unknown }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()))
})

const server = async (
  answer: http.RequestListener,
  tls?: { key: string; cert: string },
): Promise<RunningServer> => {
  const running = await startServer(answer, tls)
  open.push(running)
  return running
}
const client = (options: OutboundOptions) => {
  const made = createOutboundHttp(options)
  open.push(made)
  return made
}
const get = (url: string, headers: Record<string, string> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers,
})
const answersTo = (address: string, then = address) => {
  let calls = 0
  const lookup = (_name: string, _options: object, callback: (...args: unknown[]) => void) => {
    const now = calls++ === 0 ? address : then
    callback(null, [{ address: now, family: net.isIP(now) }])
  }
  return Object.assign(lookup as unknown as NonNullable<OutboundOptions['lookup']>, { calls: () => calls })
}

describe('an allowed origin', () => {
  it('is sent exactly what was asked, and its answer comes back with the time it took', async () => {
    const target = await server((_, response) => {
      setTimeout(() => response.writeHead(201, { 'x-request-id': 'req-1' }).end('{"ok":true}'), 30)
    })
    const { result, latencyMs } = await client({ allow: [target.origin] }).send({
      method: 'POST',
      url: `${target.origin}/v1/check?x=1`,
      headers: { authorization: 'Bearer abc', 'content-type': 'application/json' },
      body: '{"a":1}',
    })
    expect(result).toMatchObject({ ok: true, response: { status: 201, body: '{"ok":true}' } })
    expect(result.ok && result.response.headers['x-request-id']).toBe('req-1')
    expect(latencyMs).toBeGreaterThanOrEqual(25)
    expect(target.requests).toHaveLength(1)
    expect(target.requests[0]).toMatchObject({ method: 'POST', url: '/v1/check?x=1', body: '{"a":1}' })
    expect(target.requests[0]?.headers).toMatchObject({
      authorization: 'Bearer abc',
      'user-agent': 'latchkey',
    })
  })

  it('sees no Origin, cookie or referrer', async () => {
    const target = await server((_, response) => response.end('{}'))
    const outbound = client({ allow: [target.origin] })
    await outbound.send(get(target.origin))
    await outbound.send({ method: 'POST', url: target.origin, headers: {}, body: '{}' })
    for (const { headers } of target.requests) {
      expect(headers).not.toHaveProperty('origin')
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('referer')
    }
    expect(target.requests).toHaveLength(2)
  })

  it('passes HTML and error statuses on as they are', async () => {
    const target = await server((_, response) =>
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
    )
    const { result } = await client({ allow: [target.origin] }).send(get(target.origin))
    expect(result).toMatchObject({ ok: true, response: { status: 502, body: '<h1>Bad gateway</h1>' } })
  })

  it('opens that origin and no other: another port gets no connection', async () => {
    const [allowed, other] = [
      await server((_, response) => response.end('{}')),
      await server((_, response) => response.end('{}')),
    ]
    const outbound = client({ allow: [allowed.origin] })
    expect((await outbound.send(get(allowed.origin))).result.ok).toBe(true)
    for (const url of [
      other.origin,
      `https://127.0.0.1:${allowed.port}`,
      `http://localhost:${allowed.port}`,
      `http://[::ffff:127.0.0.1]:${allowed.port}`,
    ]) {
      expect((await outbound.send(get(url))).result).toEqual({ ok: false, failure: 'blocked' })
    }
    expect(other.connections).toBe(0)
    expect(allowed.requests).toHaveLength(1)
  })

  it('is no pattern: a malformed entry ends the start with a sentence', () => {
    expect(() => createOutboundHttp({ allow: ['*'] })).toThrow('"*" is not an exact origin')
    expect(() => createOutboundHttp({ allow: ['https://a.com/v1'] })).toThrow('is not an exact origin')
  })
})

describe('answers that are refused', () => {
  it.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (status) => {
    const second = await server((_, response) => response.end('{}'))
    const first = await server((_, response) => response.writeHead(status, { location: second.origin }).end())
    const { result } = await client({ allow: [first.origin, second.origin] }).send(get(first.origin))
    expect(result).toEqual({ ok: false, failure: 'redirect' })
    expect(second.connections).toBe(0)
  })

  it('a body at the cap is read, one byte more is not', async () => {
    const target = await server((request, response) =>
      response.end('x'.repeat(Number(request.url?.slice(1)))),
    )
    const outbound = client({ allow: [target.origin] })
    expect((await outbound.send(get(`${target.origin}/${1024 * 1024}`))).result.ok).toBe(true)
    expect((await outbound.send(get(`${target.origin}/${1024 * 1024 + 1}`))).result).toEqual({
      ok: false,
      failure: 'too_large',
    })
  })

  it('an endless body is cut off', async () => {
    const target = await server((_, response) => {
      const more = () => void (response.destroyed || response.write('x'.repeat(16_384), more))
      more()
    })
    const { result, latencyMs } = await client({ allow: [target.origin] }).send(get(target.origin))
    expect(result).toEqual({ ok: false, failure: 'too_large' })
    expect(latencyMs).toBeLessThan(5_000)
  })

  it('a gzip bomb is cut off while it unfolds', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024))
    const target = await server((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    )
    const { result } = await client({ allow: [target.origin] }).send(get(target.origin))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(result).toEqual({ ok: false, failure: 'too_large' })
  })

  it('oversized headers are too large, and a broken gzip body is a broken connection', async () => {
    const target = await server((request, response) => {
      if (request.url === '/headers') response.writeHead(200, { 'x-long': 'x'.repeat(40_000) }).end()
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip')
    })
    const outbound = client({ allow: [target.origin] })
    expect((await outbound.send(get(`${target.origin}/headers`))).result).toEqual({
      ok: false,
      failure: 'too_large',
    })
    expect((await outbound.send(get(`${target.origin}/gzip`))).result).toEqual({
      ok: false,
      failure: 'reset',
    })
  })
})

describe('time', () => {
  it('a server that never answers is given up after the deadline', async () => {
    const target = await server(() => undefined)
    const { result, latencyMs } = await client({ allow: [target.origin], timeoutMs: 200 }).send(
      get(target.origin),
    )
    expect(result).toEqual({ ok: false, failure: 'timeout' })
    expect(latencyMs).toBeGreaterThanOrEqual(190)
    expect(latencyMs).toBeLessThan(2_000)
  })

  it('the deadline covers the body: a trickle does not extend it', async () => {
    const target = await server((_, response) => {
      const timer = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(timer))
    })
    const { result, latencyMs } = await client({ allow: [target.origin] }).send(get(target.origin), {
      timeoutMs: 250,
    })
    expect(result).toEqual({ ok: false, failure: 'timeout' })
    expect(latencyMs).toBeLessThan(2_000)
  })

  it('the deadline covers a name server that never answers', async () => {
    const lookup = (() => undefined) as unknown as NonNullable<OutboundOptions['lookup']>
    const { result } = await client({ lookup, timeoutMs: 150 }).send(get('https://llm.example.com/v1'))
    expect(result).toEqual({ ok: false, failure: 'timeout' })
  })

  it('a hung server does not hold up a call to another', async () => {
    const hung = await server(() => undefined)
    const quick = await server((_, response) => response.end('{}'))
    const outbound = client({ allow: [hung.origin, quick.origin], timeoutMs: 600 })
    const waiting = outbound.send(get(hung.origin))
    expect((await outbound.send(get(quick.origin))).latencyMs).toBeLessThan(500)
    expect((await waiting).result).toEqual({ ok: false, failure: 'timeout' })
  })
})

describe('connections that fail', () => {
  it('a refused connection, a reset one and an answer that is not HTTP are told apart from a verdict', async () => {
    const closed = await startServer(() => undefined)
    await closed.close()
    const reset = await server((request) => request.socket.resetAndDestroy())
    const ended = await server((request) => request.socket.end())
    const speaksOtherwise = net.createServer((socket) => socket.end('SSH-2.0-Server\r\n'))
    await new Promise<void>((resolve) => speaksOtherwise.listen(0, '127.0.0.1', resolve))
    open.push(speaksOtherwise)
    const other = `http://127.0.0.1:${(speaksOtherwise.address() as AddressInfo).port}`
    const outbound = client({ allow: [closed.origin, reset.origin, ended.origin, other] })
    expect((await outbound.send(get(closed.origin))).result).toEqual({ ok: false, failure: 'refused' })
    expect((await outbound.send(get(reset.origin))).result).toEqual({ ok: false, failure: 'reset' })
    expect((await outbound.send(get(ended.origin))).result).toEqual({ ok: false, failure: 'reset' })
    expect((await outbound.send(get(other))).result).toEqual({ ok: false, failure: 'reset' })
  })

  it('a name that does not exist is a dns failure', async () => {
    const failing = (code: string) =>
      ((_: string, __: object, callback: (error: Error) => void) =>
        callback(Object.assign(new Error('lookup'), { code }))) as unknown as NonNullable<
        OutboundOptions['lookup']
      >
    for (const code of ['ENOTFOUND', 'EAI_AGAIN', 'ENODATA']) {
      const { result } = await client({ lookup: failing(code) }).send(get('https://llm.example.com/v1'))
      expect(result).toEqual({ ok: false, failure: 'dns' })
    }
  })

  it('a certificate of another name, a self-signed one and plain http behind https are tls failures', async () => {
    const certificate = selfSignedCertificate('llm.example.com')
    const secure = await server((_, response) => response.end('{}'), certificate)
    const plain = await server((_, response) => response.end('{}'))
    const named = `https://llm.example.com:${secure.port}`
    const wrongName = `https://other.example.com:${secure.port}`
    const plainAsSecure = `https://llm.example.com:${plain.port}`
    const options = { allow: [named, wrongName, plainAsSecure], lookup: answersTo('127.0.0.1') }
    const trusting = client({ ...options, ca: certificate.cert })
    expect((await trusting.send(get(named))).result).toMatchObject({ ok: true, response: { status: 200 } })
    expect((await trusting.send(get(wrongName))).result).toEqual({ ok: false, failure: 'tls' })
    expect((await trusting.send(get(plainAsSecure))).result).toEqual({ ok: false, failure: 'tls' })
    expect((await client(options).send(get(named))).result).toEqual({ ok: false, failure: 'tls' })
    expect(secure.requests).toHaveLength(1)
  })
})

describe('requests that cannot be sent', () => {
  const secret = `sk-${'planted'.repeat(3)}`

  it.each(['\n', '\r\nx-evil: 1', '\u200b', 'ü', '\u0000'])(
    'a key with %j in it is refused without a word of it',
    async (bad) => {
      const target = await server((_, response) => response.end('{}'))
      const answer = await client({ allow: [target.origin] }).send(
        get(target.origin, { authorization: `Bearer ${secret}${bad}${secret}` }),
      )
      expect(answer.result).toEqual({ ok: false, failure: 'bad_request' })
      expect(JSON.stringify(answer)).not.toContain('planted')
      expect(target.connections).toBe(0)
    },
  )

  it('malformed and foreign URLs are refused, never thrown', async () => {
    const outbound = client({})
    for (const url of [
      '',
      'nonsense',
      'ftp://a.com/',
      `https://${'user'}:${'pass'}@a.com/`,
      'https://a.com/#x',
    ]) {
      expect((await outbound.send(get(url))).result).toEqual({ ok: false, failure: 'bad_request' })
    }
    const impossible = { method: 'GET', url: 5, headers: null } as unknown as HttpRequest
    await expect(outbound.send(impossible)).resolves.toMatchObject({ result: { ok: false } })
  })
})

describe('internal addresses', () => {
  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '168.63.129.16',
    '::1',
    '::ffff:127.0.0.1',
    'fd00:ec2::254',
    '64:ff9b::7f00:1',
  ])('a public name that resolves to %s is blocked', async (address) => {
    const { result } = await client({ lookup: answersTo(address) }).send(get('https://llm.example.com/v1'))
    expect(result).toEqual({ ok: false, failure: 'blocked' })
  })

  it('one blocked address among public ones blocks the name', async () => {
    const lookup = ((_: string, __: object, callback: (...args: unknown[]) => void) =>
      callback(null, [
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])) as unknown as NonNullable<OutboundOptions['lookup']>
    expect((await client({ lookup }).send(get('https://llm.example.com/'))).result).toEqual({
      ok: false,
      failure: 'blocked',
    })
  })

  it('literals are blocked without asking anybody', async () => {
    const lookup = answersTo('8.8.8.8')
    const outbound = client({ lookup })
    for (const host of [
      '127.0.0.1',
      '2130706433',
      '[::1]',
      '169.254.169.254',
      'localhost',
      'metadata.google.internal',
    ]) {
      expect((await outbound.send(get(`https://${host}/`))).result).toEqual({ ok: false, failure: 'blocked' })
    }
    expect(lookup.calls()).toBe(0)
  })
})

describe('rewritten origins', () => {
  it('a provider’s public host sees nothing when its calls go to a gateway', async () => {
    const gateway = await server((_, response) => response.end('{"data":[]}'))
    const lookup = answersTo('8.8.8.8')
    const outbound = client({ lookup, providerOrigins: [{ from: '*', to: `${gateway.origin}/{host}` }] })
    const { result } = await outbound.send(
      get('https://api.openai.com/v1/models?limit=1', { authorization: 'Bearer abc' }),
    )
    expect(result.ok).toBe(true)
    expect(gateway.requests[0]).toMatchObject({
      url: '/api.openai.com/v1/models?limit=1',
      headers: { authorization: 'Bearer abc' },
    })
    expect(lookup.calls()).toBe(0)
  })

  it('does not make the gateway’s own address, or an internal one, something a person may ask for', async () => {
    const gateway = await server((_, response) => response.end('{}'))
    const outbound = client({ providerOrigins: [{ from: 'https://api.openai.com', to: gateway.origin }] })
    for (const url of [gateway.origin, 'https://127.0.0.1/', 'https://169.254.169.254/']) {
      expect((await outbound.send(get(url))).result).toEqual({ ok: false, failure: 'blocked' })
    }
    expect(gateway.connections).toBe(0)
  })
})

describe('proxies', () => {
  /** A proxy that tunnels every CONNECT to one port, and notes what it was asked for. */
  const startProxy = async (port: number) => {
    const asked: string[] = []
    const proxy = http.createServer((_, response) => response.writeHead(502).end())
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '')
      if (port === 0) return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
      const upstream = net.connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        upstream.pipe(socket).pipe(upstream)
      })
      upstream.on('error', () => socket.destroy())
      socket.on('error', () => upstream.destroy())
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    open.push({
      close: () => {
        proxy.close()
        proxy.closeAllConnections()
      },
    })
    return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked }
  }

  it('those of the environment are ignored', async () => {
    const proxy = await startProxy(0)
    const target = await server((_, response) => response.end('{}'))
    const names = [
      'HTTP_PROXY',
      'HTTPS_PROXY',
      'http_proxy',
      'https_proxy',
      'ALL_PROXY',
      'NODE_USE_ENV_PROXY',
    ]
    const before = names.map((name) => process.env[name])
    names.forEach((name) => (process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : proxy.url))
    try {
      const outbound = client({ allow: [target.origin], lookup: answersTo('127.0.0.1') })
      expect((await outbound.send(get(target.origin))).result.ok).toBe(true)
      expect((await outbound.send(get('https://llm.example.com/'))).result).toEqual({
        ok: false,
        failure: 'blocked',
      })
    } finally {
      names.forEach((name, i) =>
        before[i] === undefined ? delete process.env[name] : (process.env[name] = before[i]),
      )
    }
    expect(proxy.asked).toEqual([])
  })

  it('a configured one carries public calls and resolves their names; allowed origins are reached directly', async () => {
    const certificate = selfSignedCertificate('llm.example.com')
    const target = await server((_, response) => response.end('{"via":"proxy"}'), certificate)
    const internal = await server((_, response) => response.end('{}'))
    const proxy = await startProxy(target.port)
    const lookup = answersTo('8.8.8.8')
    const outbound = client({ proxy: proxy.url, allow: [internal.origin], ca: certificate.cert, lookup })
    expect((await outbound.send(get('https://llm.example.com/v1'))).result).toMatchObject({
      ok: true,
      response: { body: '{"via":"proxy"}' },
    })
    expect((await outbound.send(get(internal.origin))).result.ok).toBe(true)
    expect(proxy.asked).toEqual(['llm.example.com:443'])
    expect(lookup.calls()).toBe(0)
  })

  it('a configured one is never asked for an internal address or name', async () => {
    const proxy = await startProxy(0)
    const outbound = client({ proxy: proxy.url })
    for (const host of [
      '127.0.0.1',
      '2130706433',
      '[::1]',
      '169.254.169.254',
      'localhost',
      'metadata.google.internal',
      'db',
    ]) {
      expect((await outbound.send(get(`https://${host}/`))).result).toEqual({ ok: false, failure: 'blocked' })
    }
    expect(proxy.asked).toEqual([])
  })

  it('one that refuses is a refused connection, and a malformed one is not quoted', async () => {
    const proxy = await startProxy(0)
    expect((await client({ proxy: proxy.url }).send(get('https://llm.example.com/'))).result).toEqual({
      ok: false,
      failure: 'refused',
    })
    expect(() => createOutboundHttp({ proxy: 'user:planted@proxy' })).toThrow(
      /^The outbound proxy is not an http or https address$/,
    )
  })
})
