import { hkdfSync } from 'node:crypto'
import { EncryptJWT } from 'jose'
import { newId } from '@/core/ids'
import { createContext } from '@/server/api/context'
import { createCaller } from '@/server/api/root'
import { sessionCookieName } from '@/server/auth/session-cookie'
import type { Deps } from '@/server/deps'

export type Caller = ReturnType<typeof createCaller>
const hourMs = 3_600_000

/** Makes a session of a person and answers its cookie, sealed as next-auth seals it. */
export async function signIn(deps: Deps, userId: string): Promise<string> {
  const id = newId('session')
  const now = deps.now()
  const ends = new Date(now.getTime() + 24 * hourMs)
  await deps.db.prisma.session.create({
    data: {
      id,
      userId,
      method: 'password',
      address: '203.0.113.7',
      userAgent: 'test',
      createdAt: now,
      lastSeenAt: now,
      idleExpiresAt: ends,
      absoluteExpiresAt: ends,
    },
  })
  const secret = deps.env.SESSION_SECRET.reveal()
  const key = hkdfSync('sha256', secret, '', 'NextAuth.js Generated Encryption Key', 32)
  const token = await new EncryptJWT({ sid: id })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setSubject(userId)
    .setIssuedAt(now)
    .setExpirationTime(ends)
    .encrypt(new Uint8Array(key))
  return `${sessionCookieName(deps.env.APP_URL)}=${token}`
}

/** Calls procedures as a browser with this cookie does; without one, as a stranger. */
export const callerWith = (deps: Deps, cookie?: string): Caller =>
  createCaller(
    createContext(deps, { requestId: newId('request'), address: '203.0.113.7', cookie, userAgent: 'test' }),
  )

/** Calls procedures as a person who has just signed in. */
export const callerFor = async (deps: Deps, userId: string): Promise<Caller> =>
  callerWith(deps, await signIn(deps, userId))
