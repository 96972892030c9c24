import type { Env } from '@/env'

/** Whether a new account may be made. A domain counts only where an issuer vouches for the address. */
export function maySignUp(
  { SIGN_UP, SIGN_UP_DOMAINS }: Pick<Env, 'SIGN_UP' | 'SIGN_UP_DOMAINS'>,
  { email, isEmailVerified }: { email: string; isEmailVerified: boolean },
): boolean {
  if (SIGN_UP === 'open') return true
  if (SIGN_UP === 'invite' || !isEmailVerified) return false
  return SIGN_UP_DOMAINS.includes(email.slice(email.lastIndexOf('@') + 1))
}
