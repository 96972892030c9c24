import type { LoggerInstance } from 'next-auth'
import type { Logger } from 'pino'

/** A session that ended while its cookie lives: expected, one per call. */
const expected = new Set(['JWT_SESSION_ERROR'])

/** next-auth's log, by code only: its errors carry tokens and client secrets. No `debug`, which carries everything. */
export const authLogger = (log: Logger): Partial<LoggerInstance> => ({
  error(code, metadata) {
    const name = metadata instanceof Error ? metadata.name : metadata?.error?.name
    if (expected.has(code)) log.debug({ code }, 'next-auth')
    else log.error({ code, error: name }, 'next-auth')
  },
  warn: (code) => log.warn({ code }, 'next-auth'),
})
