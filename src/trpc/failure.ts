import { TRPCClientError } from '@trpc/client'
import { errorCodes, type ErrorCode } from '@/core/errors'
import type { AppRouter } from '@/server/api/root'
import { errorWords } from './error-words'

/** What went wrong, in the form that screens show. */
export interface Failure {
  code: ErrorCode | 'OFFLINE'
  message: string
  /** Dotted path of the input at fault. */
  field?: string
  requestId?: string
  retryAfterSeconds?: number
  details?: Record<string, unknown>
}

const known = new Set<string>(errorCodes)
const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && known.has(code)

const offline: Failure = {
  code: 'OFFLINE',
  message: 'No answer from Latchkey. Check the connection, then try again; nothing typed is lost.',
}

/** Any error of a call as a failure. The server's own sentence wins; ours stands in where it sent none. */
export function readFailure(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return { code: 'INTERNAL', message: errorWords.INTERNAL }
  const data = (error as TRPCClientError<AppRouter>).data
  if (!data) return offline
  const code = isCode(data.code) ? data.code : 'INTERNAL'
  return {
    code,
    message: error.message || errorWords[code],
    field: data.field,
    requestId: data.requestId,
    retryAfterSeconds: data.retryAfterSeconds,
    details: data.details,
  }
}
