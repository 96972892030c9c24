import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { drain, listen } from './listen'
import { StartError } from './start-error'

const host = '127.0.0.1'

async function open(answer: http.RequestListener): Promise<{ server: http.Server; port: number }> {
  const server = http.createServer(answer)
  await listen(server, host, 0)
  return { server, port: (server.address() as AddressInfo).port }
}

function ask(port: number, agent: http.Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get({ host, port, agent }, (res) => {
      let text = ''
      res.on('data', (chunk: Buffer) => (text += chunk.toString()))
      res.on('end', () => resolve(text))
    })
    request.on('error', reject)
  })
}

test('an answer under way is finished before the server ends, and nobody new is let in', async () => {
  const arrivals: http.ServerResponse[] = []
  const { server, port } = await open((_, res) => void arrivals.push(res.writeHead(200)))
  const agent = new http.Agent({ keepAlive: true })
  const answer = ask(port, agent)
  await once(server, 'request')
  arrivals[0]?.write('first half, ')
  const drained = drain(server)
  await expect(ask(port, new http.Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  arrivals[0]?.end('second half')
  expect(await answer).toBe('first half, second half')
  await drained
  agent.destroy()
})

test('a kept-alive connection without a request does not hold the end up', async () => {
  const { server, port } = await open((_, res) => res.end('done'))
  const agent = new http.Agent({ keepAlive: true })
  await ask(port, agent)
  await expect(drain(server)).resolves.toBeUndefined()
  agent.destroy()
})

test('a taken port and an address of another machine are told in a sentence', async () => {
  const { server, port } = await open((_, res) => res.end())
  const taken = listen(http.createServer(), host, port)
  await expect(taken).rejects.toThrow(
    new StartError(`Port ${port} on 127.0.0.1 is taken. Stop what uses it, or choose another with PORT.`),
  )
  await expect(listen(http.createServer(), '203.0.113.1', 0)).rejects.toThrow(
    'This machine has no address 203.0.113.1',
  )
  await drain(server)
})
