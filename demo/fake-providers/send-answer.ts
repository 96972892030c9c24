import type { ServerResponse } from 'node:http'
import type { FakeAnswer } from './fake-provider'

const page = '<!doctype html><html><head><title>Gateway</title></head><body><h1>Welcome</h1></body></html>'

/** Repeats until the client goes away, and at most for a minute. */
function trickle(response: ServerResponse, everyMs: number, chunk: string) {
  const timer = setInterval(() => response.write(chunk), everyMs)
  const stop = () => clearInterval(timer)
  response.on('close', stop)
  setTimeout(() => (stop(), response.destroy()), 60_000).unref()
}

const misbehave: Record<
  Extract<FakeAnswer, { misbehave: string }>['misbehave'],
  (response: ServerResponse) => void
> = {
  hang: () => {},
  reset: (response) => response.socket?.resetAndDestroy(),
  slow: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    trickle(response, 1000, '[')
  },
  endless: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    trickle(response, 1, ' '.repeat(16_384))
  },
  redirect: (response) => response.writeHead(302, { location: 'https://elsewhere.example/v1/models' }).end(),
  html: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page),
}

/** Sends an answer of the table, or misbehaves as it says. */
export function sendAnswer(response: ServerResponse, answer: FakeAnswer): void {
  if ('misbehave' in answer) return misbehave[answer.misbehave](response)
  const { status, headers, body } = answer
  response
    .writeHead(status, headers)
    .end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body))
}
