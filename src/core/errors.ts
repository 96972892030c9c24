/**
 * Every way a request can fail, once. The code decides the HTTP status (server) and the sentence (client);
 * both maps are total, so a new code does not compile until both know it.
 */
export const errorCodes = [
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'WRONG_CREDENTIALS',
  'FORBIDDEN',
  'ORIGIN_REFUSED',
  'NOT_FOUND',
  'NAME_TAKEN',
  'SLUG_TAKEN',
  'EMAIL_TAKEN',
  'STALE_REVISION',
  'KEY_REJECTED',
  'KEY_NOT_CONFIRMED',
  'SECRET_UNREADABLE',
  'TOO_LARGE',
  'TOO_MANY_REQUESTS',
  'UNAVAILABLE',
  'INTERNAL',
] as const

export type ErrorCode = (typeof errorCodes)[number]

export interface AppErrorDetails {
  /** Dotted path of the input field at fault, for example `options.resource`. */
  field?: string
  /** Whole seconds until another try may succeed. */
  retryAfterSeconds?: number
  /** Safe, already public facts for the caller, for example the verdict that refused a key. */
  details?: Record<string, unknown>
  /** Never shown or logged with its message: it may quote a secret. */
  cause?: unknown
}

const brand = Symbol.for('latchkey.AppError')

/** The only error that features throw on purpose. `message` is shown to people: no secrets, no provider text. */
export class AppError extends Error {
  readonly [brand] = true
  readonly field?: string
  readonly retryAfterSeconds?: number
  readonly details?: Record<string, unknown>

  constructor(
    readonly code: ErrorCode,
    message: string,
    { field, retryAfterSeconds, details, cause }: AppErrorDetails = {},
  ) {
    super(message, { cause })
    this.name = 'AppError'
    this.field = field
    this.retryAfterSeconds = retryAfterSeconds
    this.details = details
  }

  /** By mark, since development loads this class anew while older instances are still thrown. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value
  }
}
