import { existsSync } from 'node:fs'
import http from 'node:http'
import type { Logger } from 'pino'
import type { Settings } from '@/env'
import type { App, createApp } from './app'
import type { Deps } from './deps'
import type { PageHandler } from './entry'
import { runJobs } from './jobs/run-jobs'
import { drain, listen } from './listen'
import { openDeps } from './open-deps'
import { StartError } from './start-error'

/** The one object that both module graphs see: ours, and Next's. */
interface Host {
  __latchkey?: App
  __latchkeyPage?: PageHandler
}

export interface StartOptions {
  settings: Settings
  log: Logger
  /** Whether key ring and session secret may be made: at the first start by `npm run up`. */
  mayCreateSecrets: boolean
  createApp: typeof createApp
  /** Work on an open database before anybody is served. */
  prepare?(deps: Deps): Promise<void>
}

export interface RunningServer {
  deps: Deps
  newKeyRingFile: string | null
  close(): Promise<void>
}

/** Database, key ring, pages, and last the port: nobody is answered before everything stands. Throws StartError. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { settings, log } = options
  const host = globalThis as Host
  const opened = await openDeps(settings, log, options.mayCreateSecrets)
  const { deps, newKeyRingFile } = opened
  try {
    await options.prepare?.(deps)
    // Looked up at each request: development replaces the app.
    const server = http.createServer((req, res) => host.__latchkey?.handle(req, res))
    const pages = settings.PAGES ? await startPages(settings, server) : null
    host.__latchkeyPage = pages?.handle
    host.__latchkey = options.createApp(deps, pages?.handle)
    await listen(server, settings.HOST, settings.PORT)
    const expire = { name: 'forget old rate limits', run: () => opened.rateLimits.deleteExpired() }
    const jobs = runJobs([...host.__latchkey.jobs, expire], log)
    return {
      deps,
      newKeyRingFile,
      async close() {
        await drain(server)
        await Promise.all([jobs.stop(), pages?.close()])
        await opened.close()
      },
    }
  } catch (error) {
    await opened.close()
    throw error
  }
}

async function startPages({ NODE_ENV, HOST, PORT }: Settings, httpServer: http.Server) {
  const isDevelopment = NODE_ENV === 'development'
  if (!isDevelopment && !existsSync('.next/BUILD_ID'))
    throw new StartError('The pages are not built. Build them with: npm run build')
  const { default: next } = await import('next')
  const app = next({ dev: isDevelopment, hostname: HOST, port: PORT, httpServer })
  await app.prepare()
  const handle = app.getRequestHandler()
  return { handle: (req, res) => handle(req, res), close: () => app.close() } satisfies {
    handle: PageHandler
    close(): Promise<void>
  }
}
