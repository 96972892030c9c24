import type { AuthOptions } from 'next-auth'
import { AppError, type ErrorCode } from '@/core/errors'
import type { RequestFacts } from '@/server/api/context'
import type { Deps } from '@/server/deps'
import { isLiveSession } from './authenticate'
import { authLogger } from './auth-logger'
import { listIssuers } from './issuers'
import { issuerProfile, oauthProvider } from './oauth-provider'
import { sameOriginUrl } from './same-origin-url'
import { sessionAbsoluteMs } from './session-lifetime'
import type { SignedIn, SignInDoors } from './sign-in-doors'

const signInPage = '/sign-in'

/**
 * next-auth's options for one request. Its encrypted cookie only names a Session row, which every request checks;
 * without an adapter, next-auth neither makes people nor links accounts.
 */
export function authOptions(deps: Deps, doors: SignInDoors, facts: RequestFacts): AuthOptions {
  const isHttps = deps.env.APP_URL.startsWith('https://')
  const door: Door = {}
  const enter = (admit: () => Promise<SignedIn>) =>
    refusalOf(deps, async () => void (door.signedIn = await admit()))
  return {
    secret: deps.env.SESSION_SECRET.reveal(),
    session: { strategy: 'jwt', maxAge: sessionAbsoluteMs / 1000 },
    useSecureCookies: isHttps,
    pages: { signIn: signInPage, error: signInPage, signOut: signInPage },
    logger: authLogger(deps.log),
    providers: [
      passwordProvider(door, (input) => enter(() => doors.withPassword(deps, input, facts))),
      ...listIssuers(deps.env).map(oauthProvider),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => sameOriginUrl(url, baseUrl),
      async signIn({ account, profile }) {
        if (account?.type !== 'oauth') return door.signedIn !== undefined
        const claims = issuerProfile(account.provider, account.providerAccountId, { ...profile })
        const refusal = await enter(() => doors.withIssuer(deps, claims, facts))
        return refusal ? `${signInPage}?error=${refusal}` : true
      },
      async jwt({ token, trigger }) {
        if (trigger === 'signIn' || trigger === 'signUp') {
          if (!door.signedIn) throw new Error('nobody was let in')
          return { sub: door.signedIn.userId, sid: await doors.startSession(deps, door.signedIn, facts) }
        }
        const { sub, sid } = token
        if (!sub || typeof sid !== 'string' || !(await isLiveSession(deps, { sub, sid })))
          throw new Error('the session is over')
        return { sub, sid }
      },
      session: ({ session }) => ({ expires: session.expires, user: {} }),
    },
    events: {
      async signOut({ token: { sub, sid } }) {
        if (sub && typeof sid === 'string')
          await doors.endSession(deps, { userId: sub, sessionId: sid }, facts)
      },
    },
  }
}

/** Who was let in by this request; the callbacks that follow need it. */
interface Door {
  signedIn?: SignedIn
}

type PasswordInput = { email: string; password: string }

function passwordProvider(
  door: Door,
  enter: (input: PasswordInput) => Promise<ErrorCode | null>,
): AuthOptions['providers'][number] {
  return {
    id: 'credentials',
    name: 'E-mail and password',
    type: 'credentials',
    credentials: { email: {}, password: {} },
    async authorize(input) {
      const refusal = await enter({ email: textOf(input?.email), password: textOf(input?.password) })
      // next-auth hands the message of an error on to the page as `?error=`.
      if (!door.signedIn) throw new Error(refusal ?? 'INTERNAL')
      return { id: door.signedIn.userId }
    },
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Does the work and answers its refusal, by code alone. What is unexpected is logged without its message. */
async function refusalOf({ log }: Deps, work: () => Promise<void>): Promise<ErrorCode | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof AppError) return error.code
    log.error({ error: error instanceof Error ? error.name : typeof error }, 'signing in failed')
    return 'INTERNAL'
  }
}
