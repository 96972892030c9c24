import { TRPCError } from '@trpc/server'
import { encode } from 'next-auth/jwt'
import { AppError } from '@/core/errors'
import { createContext, type Context, type RequestFacts } from '@/server/api/context'
import { createCaller } from '@/server/api/root'
import { sessionCookieName } from '@/server/auth/session-cookie'
import type { Deps } from '@/server/deps'

interface SessionRef {
  id: string
  userId: string
}

/** The cookie that next-auth would set for a session. */
export async function cookieFor({ env }: Pick<Deps, 'env'>, { id, userId }: SessionRef): Promise<string> {
  const token = await encode({ token: { sub: userId, sid: id }, secret: env.SESSION_SECRET.reveal() })
  return `${sessionCookieName(env.APP_URL)}=${token}`
}

/** A request's context for a session, or for a visitor. */
export async function contextFor(
  deps: Deps,
  session: SessionRef | null,
  facts: Partial<RequestFacts> = {},
): Promise<Context> {
  const cookie = session ? await cookieFor(deps, session) : undefined
  return createContext(deps, { requestId: 'req_test', address: '203.0.113.7', cookie, ...facts })
}

/** Calls procedures as a session would, with every guard in place. */
export const callerFor = async (deps: Deps, session: SessionRef | null, facts?: Partial<RequestFacts>) =>
  createCaller(await contextFor(deps, session, facts))

/** The refusal of a call that must not succeed. */
export async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work
  } catch (error) {
    const refusal = error instanceof TRPCError ? error.cause : error
    if (refusal instanceof AppError) return refusal
    throw error
  }
  throw new Error('The call succeeded')
}
