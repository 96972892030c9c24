import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FakeProvider, FakeRequest } from './fake-provider'
import { fakeProviders } from './fakes'
import { sendAnswer } from './send-answer'

export interface FakeProviders {
  port: number
  /** Address of the server itself. */
  origin: string
  /** Value for `PROVIDER_ORIGINS` that sends every outbound call here. */
  providerOrigins: string
  /** What arrived, oldest first; the newest thousand. */
  requests(): readonly FakeRequest[]
  close(): Promise<void>
}

const kept = 1000

const serves = ({ hosts }: FakeProvider, host: string) =>
  hosts.some((name) => (name.startsWith('*') ? host.endsWith(name.slice(1)) : host === name))

async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const [, host = '', path = '/'] = /^\/([^/]+)(\/.*)?$/.exec(incoming.url ?? '') ?? []
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  )
  return { method: incoming.method ?? 'GET', host, path, headers, body: Buffer.concat(chunks).toString() }
}

/** Hosts that no named fake serves are endpoints of the OpenAI kind: the `custom` fake. */
function answerTo(request: FakeRequest) {
  const fake = Object.values(fakeProviders).find((each) => serves(each, request.host)) ?? fakeProviders.custom
  const name = fake.scenarioOf(request)
  const scenario = name !== null && Object.hasOwn(fake.scenarios, name) ? fake.scenarios[name] : undefined
  return scenario ? scenario.answer(request) : fake.unknownKey(request)
}

/**
 * Starts one HTTP server on loopback that stands for all providers. The first segment of a path is the host that
 * was meant: `/api.openai.com/v1/models`.
 */
export async function startFakeProviders({ port = 0 }: { port?: number } = {}): Promise<FakeProviders> {
  const seen: FakeRequest[] = []
  const server = createServer((incoming, response) => {
    readRequest(incoming)
      .then((request) => {
        seen.push(request)
        if (seen.length > kept) seen.shift()
        sendAnswer(response, answerTo(request))
      })
      .catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  )
  const { port: taken } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${taken}`
  return {
    port: taken,
    origin,
    providerOrigins: `*=${origin}/{host}`,
    requests: () => seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
