import type { AppError } from '@/core/errors'
import { describeError } from '@/server/describe-error'
import type { Context } from './context'

/** Logs a failure that is our own fault, once, without its input. */
export function logFailure({ deps, requestId }: Context, path: string, { cause }: AppError): void {
  deps.log.error({ requestId, path, error: describeError(cause) }, 'a request failed')
}
