import { createHash } from 'node:crypto'
import type { Deps } from '@/server/deps'

/**
 * Takes a try from the address (one machine trying many accounts) and from the account (many machines trying one).
 * Answers whether it was the last for now, so that a run of guesses is recorded without one record per guess.
 */
export async function throttleSignIn(
  { rateLimits }: Pick<Deps, 'rateLimits'>,
  address: string,
  email: string,
): Promise<{ isLastTry: boolean }> {
  const account = createHash('sha256').update(email).digest('base64url')
  const states = [
    await rateLimits.consume('sign-in', `address:${address}`),
    await rateLimits.consume('sign-in', `account:${account}`),
  ]
  return { isLastTry: states.some(({ remaining }) => remaining === 0) }
}
