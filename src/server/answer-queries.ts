import {
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
  transformTRPCResponse,
  type AnyTRPCRouter,
} from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'

export interface TRPCAnswer {
  status: number
  body: string
}

interface Call {
  path: string
  input: unknown
  index: number
}

export const maxBatchSize = 20
const multiStatus = 207

/**
 * Answers GET requests to tRPC: single and batched queries, in the adapter's wire format, without the adapter's web
 * streams, which cost more than a small query. `path` is what follows `/api/trpc/`.
 */
export async function answerQueries(
  router: AnyTRPCRouter,
  path: string,
  query: URLSearchParams,
  ctx: object,
): Promise<TRPCAnswer> {
  const isBatch = query.get('batch') === '1'
  let calls: Call[]
  try {
    calls = readCalls(path, query.get('input'), isBatch)
  } catch (error) {
    return toAnswer([failure(router, error, undefined, ctx)], false)
  }
  return toAnswer(await Promise.all(calls.map((call) => answerOne(router, call, ctx))), isBatch)
}

/** An error in tRPC's own shape, for refusals before any procedure is reached. */
export function answerRefusal(router: AnyTRPCRouter, error: TRPCError, ctx: object): TRPCAnswer {
  return toAnswer([failure(router, error, undefined, ctx)], false)
}

/** Parse errors are ours, not JSON's, which quote the input. */
function readCalls(path: string, rawInput: string | null, isBatch: boolean): Call[] {
  const names = isBatch ? decode(path).split(',') : [decode(path)]
  if (names.length > maxBatchSize)
    throw new TRPCError({ code: 'BAD_REQUEST', message: `At most ${maxBatchSize} calls in a batch` })
  const input = rawInput === null ? undefined : parse(rawInput)
  if (!isBatch) return [{ path: names[0] ?? '', input, index: 0 }]
  if (input !== undefined && (typeof input !== 'object' || input === null)) throw unreadable()
  const inputs = (input ?? {}) as Record<number, unknown>
  return names.map((name, index) => ({ path: name, input: inputs[index], index }))
}

async function answerOne(router: AnyTRPCRouter, call: Call, ctx: object) {
  const { path, input, index } = call
  try {
    const data: unknown = await callTRPCProcedure({
      router,
      path,
      type: 'query',
      ctx,
      batchIndex: index,
      signal: undefined,
      input: undefined,
      getRawInput: async () => input,
    })
    return { status: 200, response: transformTRPCResponse(router._def._config, { result: { data } }) }
  } catch (error) {
    return failure(router, error, path, ctx)
  }
}

function failure(router: AnyTRPCRouter, cause: unknown, path: string | undefined, ctx: object) {
  const config = router._def._config
  const error = getTRPCErrorFromUnknown(cause)
  const shape: unknown = getTRPCErrorShape({ config, ctx, error, input: undefined, path, type: 'query' })
  return {
    status: getHTTPStatusCodeFromError(error),
    response: transformTRPCResponse(config, { error: shape as never }),
  }
}

function toAnswer(results: { status: number; response: unknown }[], isBatch: boolean): TRPCAnswer {
  const responses = results.map(({ response }) => response)
  const [first = 500, ...others] = new Set(results.map(({ status }) => status))
  return {
    status: others.length === 0 ? first : multiStatus,
    body: JSON.stringify(isBatch ? responses : responses[0]),
  }
}

const unreadable = () => new TRPCError({ code: 'PARSE_ERROR', message: 'Unreadable' })

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw unreadable()
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable()
  }
}
