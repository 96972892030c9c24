import type { ErrorCode } from '@/core/errors'

/* Of an error in a server component the browser gets nothing but `digest`: it carries the code and the request id. */
const form = /^latchkey:([A-Z_]+):(req_[0-9a-f]+)?$/

/** A new error for a refused read: Next prints what it gets, and a cause could quote what was asked. */
export const failureOf = (code: ErrorCode, requestId: string): Error =>
  Object.assign(new Error(`A page could not be read: ${code}`), { digest: `latchkey:${code}:${requestId}` })

export function readDigest(digest: string | undefined): { code: string; requestId?: string } {
  const [, code = 'INTERNAL', requestId] = form.exec(digest ?? '') ?? []
  return { code, requestId }
}
