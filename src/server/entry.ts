import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { AnyTRPCRouter } from '@trpc/server'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import { AppError } from '@/core/errors'
import { newId } from '@/core/ids'
import { answerQueries, answerRefusal, maxBatchSize } from './answer-queries'
import { createContext, type RequestFacts } from './api/context'
import { toTRPCError } from './api/error-mapping'
import { createClientAddress } from './client-address'
import type { Deps } from './deps'
import { isOwnOrigin } from './is-own-origin'
import { otherName } from './other-name'
import { refuse, sendJson, setSafeHeaders } from './send-json'

export type PageHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

const maxBodyBytes = 1024 * 1024
const trpcPrefix = '/api/trpc/'
/** Set by us alone: from a client they would be believed by Next, or skip its proxy. */
const ownHeaders = /^(x-forwarded-.*|forwarded|x-real-ip|x-request-id|x-middleware-.*|x-nonce|x-path)$/

interface Entered {
  req: IncomingMessage
  res: ServerResponse
  path: string
  query: string
  facts: RequestFacts
}

/** Everything that arrives over HTTP: settles who calls, refuses what is too large or foreign, then hands on. */
export function createEntry(deps: Deps, router: AnyTRPCRouter, page?: PageHandler): RequestListener {
  const clientAddress = createClientAddress(deps.env.TRUSTED_PROXIES)
  const app = new URL(deps.env.APP_URL)

  function enter(req: IncomingMessage, res: ServerResponse): Entered {
    const url = req.url ?? '/'
    const at = url.indexOf('?')
    const path = at < 0 ? url : url.slice(0, at)
    const forwarded = req.headers['x-forwarded-for']
    const address = clientAddress(req.socket.remoteAddress ?? '', forwarded?.toString())
    const requestId = newId('request')
    for (const name of Object.keys(req.headers)) if (ownHeaders.test(name)) delete req.headers[name]
    Object.assign(req.headers, {
      'x-request-id': requestId,
      'x-forwarded-for': address,
      'x-forwarded-host': app.host,
      'x-forwarded-proto': app.protocol.slice(0, -1),
    })
    res.setHeader('x-request-id', requestId)
    if (app.protocol === 'https:') res.setHeader('strict-transport-security', 'max-age=31536000')
    const { cookie, 'user-agent': userAgent } = req.headers
    return {
      req,
      res,
      path,
      query: at < 0 ? '' : url.slice(at + 1),
      facts: { requestId, address, cookie, userAgent },
    }
  }

  return (req, res) => {
    const entered = enter(req, res)
    logWhenDone(deps, entered)
    route(deps, router, entered, page).catch((error: unknown) => {
      deps.log.error({ err: error, requestId: entered.facts.requestId }, 'a request failed')
      if (res.headersSent) return void res.destroy()
      refuse(
        res,
        new AppError('INTERNAL', 'Something went wrong on our side. Try again.'),
        entered.facts.requestId,
      )
    })
  }
}

async function route(deps: Deps, router: AnyTRPCRouter, entered: Entered, page?: PageHandler): Promise<void> {
  const { req, res, path, facts } = entered
  if (path === '/healthz') return answerHealth(deps, res)
  const refusal = findRefusal(deps, entered)
  if (refusal) {
    // What the client still sends is not read: the connection ends with this answer.
    res.setHeader('connection', 'close')
    return path.startsWith(trpcPrefix)
      ? refuseOverTRPC(deps, router, entered, refusal)
      : refuse(res, refusal, facts.requestId)
  }
  if (path.startsWith(trpcPrefix)) return answerTRPC(deps, router, entered)
  if (!page || (path.startsWith('/api/') && !path.startsWith('/api/auth/')))
    return refuse(res, new AppError('NOT_FOUND', 'There is nothing at this address.'), facts.requestId)
  // Pages get theirs from the proxy; what next-auth answers is as little for frames and caches as our own answers.
  if (path.startsWith('/api/')) setSafeHeaders(res)
  const elsewhere = path.startsWith('/api/') ? null : otherName(req, deps.env.APP_URL)
  if (elsewhere) return void res.writeHead(307, { location: elsewhere }).end()
  await page(req, res)
}

function findRefusal({ env }: Deps, { req, path }: Entered): AppError | null {
  const isReading = req.method === 'GET' || req.method === 'HEAD'
  if (!isReading && path.startsWith('/api/') && !isOwnOrigin(req.headers, env.APP_URL))
    return new AppError(
      'ORIGIN_REFUSED',
      `Open Latchkey at ${env.APP_URL}. Changes are taken from there alone.`,
    )
  const isCounted = path.startsWith(trpcPrefix)
  const isOfUnknownSize = req.headers['transfer-encoding'] !== undefined && !isCounted
  if (isOfUnknownSize || Number(req.headers['content-length'] ?? 0) > maxBodyBytes)
    return new AppError('TOO_LARGE', 'The request is larger than 1 MB, or does not say how large it is.')
  return null
}

async function answerTRPC(deps: Deps, router: AnyTRPCRouter, { req, res, path, query, facts }: Entered) {
  const procedures = path.slice(trpcPrefix.length)
  const ctx = createContext(deps, facts)
  if (req.method === 'GET') {
    const { status, body } = await answerQueries(router, procedures, new URLSearchParams(query), ctx)
    return sendJson(res, status, body)
  }
  setSafeHeaders(res)
  const createTRPCContext = () => ctx
  const options = { router, req, res, path: procedures, maxBodySize: maxBodyBytes, maxBatchSize }
  return nodeHTTPRequestHandler({ ...options, createContext: createTRPCContext })
}

function refuseOverTRPC(deps: Deps, router: AnyTRPCRouter, { res, facts }: Entered, refusal: AppError): void {
  const { status, body } = answerRefusal(router, toTRPCError(refusal), createContext(deps, facts))
  sendJson(res, status, body)
}

/** For load balancers: whether the database answers. */
async function answerHealth({ db, log }: Deps, res: ServerResponse): Promise<void> {
  try {
    await db.pool.query('SELECT 1')
    sendJson(res, 200, '{"status":"ok"}')
  } catch (error) {
    log.error({ err: error }, 'the database does not answer')
    sendJson(res, 503, '{"status":"unavailable"}')
  }
}

/** The path without its query: a query's input stands there. */
function logWhenDone({ log }: Deps, { req, res, path, facts }: Entered): void {
  const startedAt = performance.now()
  res.once('close', () => {
    const ms = Math.round(performance.now() - startedAt)
    log.debug(
      { requestId: facts.requestId, method: req.method, path, status: res.statusCode, ms },
      'answered',
    )
  })
}
