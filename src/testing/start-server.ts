import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'

export interface RunningServer {
  origin: string
  port: number
  /** Requests seen, and connections and bytes that reached the socket. */
  requests: { method: string; url: string; headers: http.IncomingHttpHeaders; body: string }[]
  connections: number
  bytes: number
  close(): Promise<void>
}

/** A real server on a free loopback port that counts what reaches it. */
export async function startServer(
  answer: http.RequestListener,
  tls?: { key: string; cert: string },
): Promise<RunningServer> {
  const listener: http.RequestListener = (request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      running.requests.push({ method, url, headers, body })
      answer(request, response)
    })
  }
  const server = tls === undefined ? http.createServer(listener) : https.createServer(tls, listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const running: RunningServer = {
    origin: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    requests: [],
    connections: 0,
    bytes: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  server.on('connection', (socket) => {
    running.connections += 1
    socket.on('data', (chunk: Buffer) => (running.bytes += chunk.length))
    socket.on('error', () => undefined)
  })
  return running
}
