import type { ErrorCode } from '@/core/errors'

/** One sentence per code, for answers that bring none of their own. Total: a new code does not compile without it. */
export const errorWords: Record<ErrorCode, string> = {
  BAD_REQUEST: 'Latchkey could not read this request. Check the fields and send it again.',
  UNAUTHENTICATED: 'Your session has ended. Sign in again to go on.',
  WRONG_CREDENTIALS: 'This e-mail and password do not belong together.',
  FORBIDDEN: 'Your role does not allow this. An owner or admin of the organization can do it.',
  ORIGIN_REFUSED: 'The request came from another address than the one Latchkey runs at. Open it there.',
  NOT_FOUND: 'This does not exist, or not for you.',
  NAME_TAKEN: 'This name is already in use. Choose another.',
  SLUG_TAKEN: 'This address is already in use. Choose another.',
  EMAIL_TAKEN: 'There is already an account with this e-mail. Sign in instead.',
  STALE_REVISION: 'Someone changed this in the meantime. Reload it and make your change again.',
  KEY_REJECTED: 'The provider rejects this key. Nothing was stored.',
  KEY_NOT_CONFIRMED: 'The provider did not confirm this key. Nothing was stored.',
  SECRET_UNREADABLE: 'The stored secret cannot be opened any more. Replace it.',
  TOO_LARGE: 'This is too large to send.',
  TOO_MANY_REQUESTS: 'Too many tries in a short time. Wait a moment and go on.',
  UNAVAILABLE: 'Latchkey is not ready at the moment. Try again shortly.',
  INTERNAL: 'Something went wrong on our side. Try again; if it stays, tell an admin.',
}
