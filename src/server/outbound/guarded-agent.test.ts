import type dns from 'node:dns'
import type { LookupFunction } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Agent, buildConnector, fetch } from 'undici'
import { selfSignedCertificate } from '@/testing/self-signed-certificate'
import { startServer, type RunningServer } from '@/testing/start-server'
import { createGuardedAgent, createGuardedConnector } from './guarded-agent'

type Lookup = typeof dns.lookup
type Answer = { address: string; family: number }

let target: RunningServer
const agents: Agent[] = []
beforeEach(async () => {
  target = await startServer((_, response) => response.end('{}'))
})
afterEach(async () => {
  await Promise.all(agents.splice(0).map((agent) => agent.destroy()))
  await target.close()
})

const answering = (...answers: Answer[]): Lookup & { calls: number } => {
  const lookup = (_: string, __: object, callback: (error: null, list: Answer[]) => void) => {
    lookup.calls += 1
    callback(null, answers)
  }
  lookup.calls = 0
  return lookup as unknown as Lookup & { calls: number }
}
const nobody = () => false
const causeOf = async (url: string, agent: Agent): Promise<string> => {
  agents.push(agent)
  const error = await fetch(url, { dispatcher: agent }).then(
    () => ({ cause: { code: 'none' } }),
    (caught: { cause: { code: string } }) => caught,
  )
  return error.cause.code
}

describe('a blocked server', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '[::ffff:127.0.0.1]',
    '0',
    'localhost',
    '１２７.0.0.1',
  ])('written as %s is not even connected to', async (host) => {
    expect(
      await causeOf(`http://${host}:${target.port}/`, createGuardedAgent({ isAllowedOrigin: nobody })),
    ).toBe('EBLOCKED')
    expect({ connections: target.connections, bytes: target.bytes }).toEqual({ connections: 0, bytes: 0 })
  })

  it('behind a public name is not connected to', async () => {
    const lookup = answering({ address: '127.0.0.1', family: 4 })
    const agent = createGuardedAgent({ isAllowedOrigin: nobody, lookup })
    expect(await causeOf(`http://llm.example.com:${target.port}/`, agent)).toBe('EBLOCKED')
    expect(target.connections).toBe(0)
  })

  it('a name without addresses is refused', async () => {
    const agent = createGuardedAgent({ isAllowedOrigin: nobody, lookup: answering() })
    expect(await causeOf(`http://llm.example.com:${target.port}/`, agent)).toBe('EBLOCKED')
  })

  it('cannot be reached by an answer that changes between check and connect', async () => {
    let reads = 0
    const changing = {
      family: 4,
      get address() {
        return reads++ === 0 ? '8.8.8.8' : '127.0.0.1'
      },
    }
    const dialled: string[] = []
    // Stands in for the network: notes which address would be dialled, and refuses.
    const build = (options?: buildConnector.BuildOptions): buildConnector.connector => {
      const { lookup } = options as { lookup?: LookupFunction }
      return ({ hostname }, callback) =>
        lookup?.(hostname, { all: true }, (_, list) => {
          for (const { address } of list as Answer[]) dialled.push(address, address)
          callback(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }), null)
        })
    }
    const connector = createGuardedConnector({ isAllowedOrigin: nobody, lookup: answering(changing) }, build)
    const connect: buildConnector.connector = (options, callback) => connector(options, callback)
    expect(await causeOf('http://llm.example.com/', new Agent({ connect }))).toBe('ECONNREFUSED')
    expect(dialled).toEqual(['8.8.8.8', '8.8.8.8'])
  })

  it.each(['http', 'https'])(
    'that a connection ends at all the same gets no byte over %s',
    async (scheme) => {
      // Stands in for a system that dials another address than the one it was given.
      const misdial: typeof buildConnector = (options) => {
        const connect = buildConnector(options)
        return (target_, callback) =>
          connect({ ...target_, hostname: '127.0.0.1', port: String(target.port) }, callback)
      }
      const connector = createGuardedConnector({ isAllowedOrigin: nobody }, misdial)
      expect(await causeOf(`${scheme}://llm.example.com/`, new Agent({ connect: connector }))).toBe(
        'EBLOCKED',
      )
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect(target.bytes).toBe(0)
    },
  )

  it('a name is resolved once per connection, with every address asked for', async () => {
    const lookup = answering({ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 })
    const agent = createGuardedAgent({ isAllowedOrigin: () => true, lookup })
    expect(await causeOf(`http://llm.example.com:${target.port}/`, agent)).toBe('none')
    expect(lookup.calls).toBe(1)
    expect(target.requests).toHaveLength(1)
  })
})

describe('an allowed origin', () => {
  it('is told by scheme, host and port together', async () => {
    const asked: string[] = []
    const isAllowedOrigin = (origin: string) => asked.push(origin) > 0 && origin === target.origin
    const agent = createGuardedAgent({ isAllowedOrigin })
    expect(await causeOf(`${target.origin}/`, agent)).toBe('none')
    expect(await causeOf(`https://127.0.0.1:${target.port}/`, agent)).toBe('EBLOCKED')
    expect(await causeOf(`http://127.0.0.2:${target.port}/`, agent)).toBe('EBLOCKED')
    expect(await causeOf(`http://[::1]:${target.port}/`, agent)).toBe('EBLOCKED')
    expect(asked).toContain(`http://[::1]:${target.port}`)
  })

  it('is asked for by its name in TLS', async () => {
    const certificate = selfSignedCertificate('llm.example.com')
    const secure = await startServer((_, response) => response.end('{}'), certificate)
    const lookup = answering({ address: '127.0.0.1', family: 4 })
    const agent = createGuardedAgent({ isAllowedOrigin: () => true, lookup, ca: certificate.cert })
    expect(await causeOf(`https://llm.example.com:${secure.port}/`, agent)).toBe('none')
    await secure.close()
  })
})
