import pino, { type DestinationStream, type Logger } from 'pino'
import pretty from 'pino-pretty'
import { describeError } from './describe-error'

const secretNames = [
  ...[
    'token',
    'secret',
    'password',
    'passwordHash',
    'authorization',
    'cookie',
    'sealed',
    'apiKey',
    'clientSecret',
  ],
  ...['set-cookie', 'x-api-key', 'api-key', 'input', 'body', 'headers', 'rawInput'],
]
const maxDepth = 4
const redactedPaths = secretNames.flatMap((name) =>
  Array.from({ length: maxDepth }, (_, depth) => `${'*.'.repeat(depth)}["${name}"]`),
)

export interface LogOptions {
  level: string
  /** Coloured lines for a person instead of JSON for a collector. */
  isPretty?: boolean
  destination?: DestinationStream
}

/** The only logger. Fields that may hold secrets are cut out, and errors are shown without their message. */
export function createLog({ level, isPretty = false, destination }: LogOptions): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: redactedPaths, censor: '[redacted]' },
    serializers: { err: describeError },
  }
  // Synchronous, so that the last lines before an exit are written.
  const sink =
    destination ??
    (isPretty ? pretty({ sync: true, ignore: 'pid,hostname' }) : pino.destination({ sync: true }))
  return pino(options, sink)
}
