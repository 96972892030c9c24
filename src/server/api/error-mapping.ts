import { TRPCError, type TRPC_ERROR_CODE_KEY } from '@trpc/server'
import { z } from 'zod'
import { AppError, type ErrorCode } from '@/core/errors'

/** How each of our codes travels: tRPC's name for it, and with it the HTTP status. */
export const transport: Record<ErrorCode, { trpc: TRPC_ERROR_CODE_KEY; httpStatus: number }> = {
  BAD_REQUEST: { trpc: 'BAD_REQUEST', httpStatus: 400 },
  UNAUTHENTICATED: { trpc: 'UNAUTHORIZED', httpStatus: 401 },
  WRONG_CREDENTIALS: { trpc: 'BAD_REQUEST', httpStatus: 400 },
  FORBIDDEN: { trpc: 'FORBIDDEN', httpStatus: 403 },
  ORIGIN_REFUSED: { trpc: 'FORBIDDEN', httpStatus: 403 },
  NOT_FOUND: { trpc: 'NOT_FOUND', httpStatus: 404 },
  NAME_TAKEN: { trpc: 'CONFLICT', httpStatus: 409 },
  SLUG_TAKEN: { trpc: 'CONFLICT', httpStatus: 409 },
  EMAIL_TAKEN: { trpc: 'CONFLICT', httpStatus: 409 },
  STALE_REVISION: { trpc: 'CONFLICT', httpStatus: 409 },
  KEY_REJECTED: { trpc: 'BAD_REQUEST', httpStatus: 400 },
  KEY_NOT_CONFIRMED: { trpc: 'BAD_REQUEST', httpStatus: 400 },
  SECRET_UNREADABLE: { trpc: 'CONFLICT', httpStatus: 409 },
  TOO_LARGE: { trpc: 'PAYLOAD_TOO_LARGE', httpStatus: 413 },
  TOO_MANY_REQUESTS: { trpc: 'TOO_MANY_REQUESTS', httpStatus: 429 },
  UNAVAILABLE: { trpc: 'SERVICE_UNAVAILABLE', httpStatus: 503 },
  INTERNAL: { trpc: 'INTERNAL_SERVER_ERROR', httpStatus: 500 },
}

const unreadable = 'The request could not be read. Send JSON in the documented shape.'

/** Refusals that tRPC itself makes before any procedure runs. Everything else it raises is our own fault. */
const ofTrpc: Partial<Record<TRPC_ERROR_CODE_KEY, () => AppError>> = {
  PARSE_ERROR: () => new AppError('BAD_REQUEST', unreadable),
  BAD_REQUEST: () => new AppError('BAD_REQUEST', unreadable),
  UNSUPPORTED_MEDIA_TYPE: () => new AppError('BAD_REQUEST', unreadable),
  NOT_FOUND: () => new AppError('NOT_FOUND', 'No such procedure.'),
  METHOD_NOT_SUPPORTED: () =>
    new AppError('BAD_REQUEST', 'Queries are sent with GET and mutations with POST.'),
  PAYLOAD_TOO_LARGE: () => new AppError('TOO_LARGE', 'The request is too large.'),
}

/** Any error as one of ours, or as INTERNAL with the original as cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (!(error instanceof TRPCError)) return internal(error)
  if (error.cause instanceof AppError) return error.cause
  if (error.code === 'BAD_REQUEST' && error.cause instanceof z.core.$ZodError) return fromIssues(error.cause)
  return ofTrpc[error.code]?.() ?? internal(error.cause ?? error)
}

/** The same for tRPC, which takes the HTTP status from its own code. */
export function toTRPCError(error: AppError): TRPCError {
  return new TRPCError({ code: transport[error.code].trpc, message: error.message, cause: error })
}

const internal = (cause: unknown) =>
  new AppError(
    'INTERNAL',
    'Something went wrong on our side. Try again; if it stays, tell your admin the request id.',
    {
      cause,
    },
  )

const fieldName = /^[a-z][A-Za-z]{0,31}$/

/** The part of a path that names fields of ours or places in a list; what follows was made up by the caller. */
function ownNames(path: readonly string[]): string[] {
  const end = path.findIndex((name) => !fieldName.test(name) && !/^\d{1,3}$/.test(name))
  return end < 0 ? [...path] : path.slice(0, end)
}

/** The first issue, named by its field. Keys and values that the caller made up are not repeated: they may be secrets. */
function fromIssues({ issues }: z.core.$ZodError): AppError {
  const issue = issues[0]
  if (!issue) return new AppError('BAD_REQUEST', unreadable)
  const path = ownNames(issue.path.map(String))
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys.find((name) => fieldName.test(name))
    return new AppError('BAD_REQUEST', 'There is no such field here.', {
      field: [...path, ...(key ? [key] : [])].join('.'),
    })
  }
  const suggest: unknown = issue.code === 'custom' ? issue.params?.suggest : undefined
  return new AppError('BAD_REQUEST', issue.message, {
    ...(path.length > 0 && { field: path.join('.') }),
    ...(typeof suggest === 'string' && { details: { suggest } }),
  })
}
