import type { Deps } from '@/server/deps'

type Throttle = Pick<Deps, 'rateLimits'>

/** By address: one machine trying many accounts. By account: many machines trying one. */
const keysOf = (address: string, email: string) => [`address:${address}`, `account:${email}`]

/**
 * Takes a try before the password is looked at. Answers whether it was the last for now, so that a run of guesses is
 * recorded without one record per guess.
 */
export async function takeSignInTry(
  { rateLimits }: Throttle,
  address: string,
  email: string,
): Promise<{ isLast: boolean }> {
  const states = []
  for (const key of keysOf(address, email)) states.push(await rateLimits.consume('sign-in', key))
  return { isLast: states.some(({ remaining }) => remaining === 0) }
}

/** Gives the try back after a success: an office behind one address signs in every morning. */
export async function returnSignInTry(
  { rateLimits }: Throttle,
  address: string,
  email: string,
): Promise<void> {
  for (const key of keysOf(address, email)) await rateLimits.refund('sign-in', key)
}
