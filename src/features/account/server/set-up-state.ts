import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { AppError } from '@/core/errors'
import type { Context } from '@/server/api/context'
import type { Deps } from '@/server/deps'
import { isLoopbackAddress, isLoopbackUrl } from './is-loopback'
import { findFact, putFact } from './system-fact.repository'
import { hasUsers } from './user.repository'

/** States that the first owner exists. Its uniqueness decides between two who set up at once. */
export const setUpFact = 'set_up'
export const setUpTokenFact = 'set_up_token'

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Whether nobody has entered yet. */
export async function isSetUpNeeded({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  return (await findFact(db.prisma, setUpFact)) === null && !(await hasUsers(db.prisma))
}

/** Accounts come after the owner: one made before would close the way to set up. */
export async function requireSetUp(deps: Pick<Deps, 'db'>): Promise<void> {
  if (await isSetUpNeeded(deps))
    throw new AppError('FORBIDDEN', 'This installation has no owner yet. Set it up first.')
}

/**
 * Whether the token must be shown. A loopback address proves nothing on an installation that others reach: a reverse
 * proxy on this machine makes every visitor look local.
 */
export const isSetUpTokenNeeded = ({ deps, address }: Context): boolean =>
  !isLoopbackAddress(address) || !isLoopbackUrl(deps.env.APP_URL)

/** A new set-up token to print, replacing the one before; null once set-up is done. Only its hash is stored. */
export async function ensureSetUpToken(deps: Pick<Deps, 'db' | 'now'>): Promise<string | null> {
  if (!(await isSetUpNeeded(deps))) return null
  const token = randomBytes(20).toString('base64url')
  await putFact(deps.db.prisma, setUpTokenFact, hashOf(token), deps.now())
  return token
}

export async function isSetUpToken({ db }: Pick<Deps, 'db'>, token: string | undefined): Promise<boolean> {
  const stored = await findFact(db.prisma, setUpTokenFact)
  if (!stored || !token) return false
  return timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(stored))
}
