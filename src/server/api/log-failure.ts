import type { AppError } from '@/core/errors'
import type { Context } from './context'

/**
 * Logs a failure that is our own fault, once. Neither input nor messages: exceptions of the platform quote what they
 * were given (a header's value, a text that is not JSON), and that may be a secret.
 */
export function logFailure({ deps, requestId }: Context, path: string, { cause }: AppError): void {
  const error = cause instanceof Error ? cause : null
  deps.log.error(
    {
      requestId,
      path,
      error: { name: error?.name ?? typeof cause, code: codeOf(cause), at: framesOf(error) },
    },
    'a request failed',
  )
}

function codeOf(cause: unknown): string | undefined {
  const code: unknown =
    typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? code : undefined
}

const framesOf = (error: Error | null): string[] =>
  error?.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 12) ?? []
