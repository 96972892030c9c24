import type { Server } from 'node:http'
import { StartError } from './start-error'

const requestTimeoutMs = 30_000
const headersTimeoutMs = 15_000
const keepAliveTimeoutMs = 65_000
const drainTimeoutMs = 20_000
const idleCheckMs = 50

/** Opens the port. Throws StartError when it cannot be had. */
export function listen(server: Server, host: string, port: number): Promise<void> {
  Object.assign(server, {
    requestTimeout: requestTimeoutMs,
    headersTimeout: headersTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toStartError(error, host, port)))
    server.listen(port, host, resolve)
  })
}

function toStartError(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken. Stop what uses it, or choose another with PORT.`,
    EACCES: `Port ${port} may not be used by this user. Choose one above 1023 with PORT.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Change HOST.`,
    ENOTFOUND: `The host name ${host} is unknown here. Change HOST.`,
  }
  const sentence = sentences[error.code ?? ''] ?? `Port ${port} on ${host} cannot be opened (${error.code}).`
  return new StartError(sentence, { cause: error })
}

/** Takes no new connections, lets answers under way finish for a while, then ends what is left. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A kept-alive connection becomes idle only when its answer is done.
  const sweep = setInterval(() => server.closeIdleConnections(), idleCheckMs)
  const limit = setTimeout(() => server.closeAllConnections(), drainTimeoutMs)
  server.closeIdleConnections()
  await closed
  clearInterval(sweep)
  clearTimeout(limit)
}
