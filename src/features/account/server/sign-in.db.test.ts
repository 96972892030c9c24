import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Secret } from '@/core/secret'
import { authOptions } from '@/server/auth/auth-options'
import { createRateLimits } from '@/server/create-rate-limits'
import { createContext, type RequestFacts } from '@/server/api/context'
import { createCaller } from '@/server/api/root'
import type { Deps } from '@/server/deps'
import { AuthBrowser } from '@/testing/auth-browser'
import { refusalOf } from '@/testing/caller'
import { openTestDatabase } from '@/testing/db'
import { recordingLog, testDeps } from '@/testing/deps'
import { makeUser } from '@/testing/factories'
import { startFakeIssuer, type FakeIssuer } from '@/testing/fake-issuer'
import { hashPassword } from './password-hash'
import { signInDoors } from './sign-in-doors'

const password = 'correct horse battery'
let deps: Deps
let issuer: FakeIssuer
let passwordHash: string
const { log, lines } = recordingLog()

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_URL', 'http://127.0.0.1:3000')
  issuer = await startFakeIssuer()
  const corp = { id: 'corp', name: 'Corp', issuer: issuer.url, clientId: 'latchkey' }
  const OIDC_ISSUERS = [{ ...corp, clientSecret: new Secret(`client-${'secret'}-planted`) }]
  deps = testDeps(await openTestDatabase(), { log, env: { OIDC_ISSUERS } })
  passwordHash = await hashPassword(password)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await issuer.close()
  await deps.db.close()
})

const facts = (cookie: string, address = '203.0.113.7'): RequestFacts => ({
  requestId: 'req_test',
  address,
  cookie,
  userAgent: 'a browser',
})
const open = (given = deps, address?: string) =>
  new AuthBrowser((cookie) => authOptions(given, signInDoors, facts(cookie, address)))
const callerOf = (browser: AuthBrowser, given = deps) =>
  createCaller(createContext(given, facts(browser.cookieHeader)))
const withSignUp = (env: Partial<Deps['env']>): Deps => ({ ...deps, env: { ...deps.env, ...env } })

async function signedIn(given: Parameters<typeof makeUser>[1] = {}) {
  const user = await makeUser(deps, { passwordHash, ...given })
  const browser = open()
  const answer = await browser.signIn(user.email, password)
  expect(AuthBrowser.refusal(answer)).toBeNull()
  return { user, browser }
}

/** Goes through the issuer's page and back, and tells the refusal. */
async function throughIssuer(browser: AuthBrowser, claims: Record<string, unknown>) {
  const { body } = await browser.post('signin/corp', { callbackUrl: '/' })
  const back = issuer.authorize(new URL((body as { url: string }).url), claims)
  return AuthBrowser.refusal(await browser.get('callback/corp', Object.fromEntries(back.searchParams)))
}

describe('signing in with a password', () => {
  it('opens a session that procedures accept, whatever the letters of the address', async () => {
    const user = await makeUser(deps, { passwordHash, email: 'grace.hopper@example.com' })
    const browser = open()
    expect(AuthBrowser.refusal(await browser.signIn('  Grace.Hopper@Example.COM ', password))).toBeNull()
    expect((await callerOf(browser).account.get()).id).toBe(user.id)
  })

  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const { browser } = await signedIn()
    const line = browser.setCookies.findLast((each) => each.startsWith('next-auth.session-token='))
    expect(line).toMatch(/HttpOnly/)
    expect(line).toMatch(/SameSite=Lax/)
    expect(line).not.toMatch(/Secure/)
  })

  it('sets a cookie for https alone where the installation is served so', async () => {
    const user = await makeUser(deps, { passwordHash })
    vi.stubEnv('NEXTAUTH_URL', 'https://keys.example.com')
    const browser = open(withSignUp({ APP_URL: 'https://keys.example.com' }))
    await browser.signIn(user.email, password)
    vi.stubEnv('NEXTAUTH_URL', 'http://127.0.0.1:3000')
    const line = browser.setCookies.findLast((each) => each.startsWith('__Secure-next-auth.session-token='))
    expect(line).toMatch(/; Secure/)
  })

  it('says the same of a wrong password, an unknown address and an account without a password', async () => {
    const known = await makeUser(deps, { passwordHash })
    const withoutPassword = await makeUser(deps)
    const answers = []
    for (const email of [known.email, withoutPassword.email, 'nobody@example.com', 'not an address'])
      answers.push(await open().signIn(email, 'a wrong password'))
    expect(answers.map(AuthBrowser.refusal)).toEqual(Array(4).fill('WRONG_CREDENTIALS'))
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1)
  })

  it('takes as long for an unknown address as for a wrong password', async () => {
    const known = await makeUser(deps, { passwordHash })
    const timeOf = async (email: string) => {
      const start = performance.now()
      await refusalOf(signInDoors.withPassword(deps, { email, password: 'a wrong password' }, facts('')))
      return performance.now() - start
    }
    // By turns, and the fastest of each: what else the machine does slows both alike.
    let [unknown, wrong] = [Infinity, Infinity]
    for (let i = 0; i < 12; i++) {
      unknown = Math.min(unknown, await timeOf('nobody@example.com'))
      wrong = Math.min(wrong, await timeOf(known.email))
    }
    // Without the hash of nobody an unknown address would take a small fraction of the other's time.
    expect(unknown).toBeGreaterThan(wrong / 2)
    expect(wrong).toBeGreaterThan(unknown / 2)
  })

  it('is refused without the token against forgery', async () => {
    const user = await makeUser(deps, { passwordHash })
    const browser = open()
    await browser.post('callback/credentials', { email: user.email, password, csrfToken: 'f'.repeat(64) })
    expect((await refusalOf(callerOf(browser).account.get())).code).toBe('UNAUTHENTICATED')
  })

  it('never leads to a foreign address afterwards', async () => {
    const user = await makeUser(deps, { passwordHash })
    for (const callbackUrl of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      const { body } = await open().signIn(user.email, password, callbackUrl)
      expect((body as { url: string }).url).toBe('http://127.0.0.1:3000')
    }
  })

  it('ends the session that this browser had before', async () => {
    const { user, browser } = await signedIn()
    const before = browser.cookieHeader
    await browser.signIn(user.email, password)
    const old = createCaller(createContext(deps, facts(before)))
    expect((await refusalOf(old.account.get())).code).toBe('UNAUTHENTICATED')
    expect((await callerOf(browser).account.sessions()).items).toHaveLength(1)
  })
})

describe('guesses at a password', () => {
  const limited = () =>
    ({
      ...deps,
      rateLimits: createRateLimits({
        store: { kind: 'memory' },
        budgets: { 'sign-in': { points: 3, windowSeconds: 60 } },
      }),
    }) as Deps

  it('at one account are throttled from wherever they come, and then even the right one waits', async () => {
    const user = await makeUser(deps, { passwordHash })
    const given = limited()
    const codes = []
    for (let i = 0; i < 4; i++)
      codes.push(
        AuthBrowser.refusal(await open(given, `198.51.100.${i}`).signIn(user.email, 'a wrong password')),
      )
    expect(codes).toEqual([...Array<string>(3).fill('WRONG_CREDENTIALS'), 'TOO_MANY_REQUESTS'])
    expect(AuthBrowser.refusal(await open(given, '198.51.100.9').signIn(user.email, password))).toBe(
      'TOO_MANY_REQUESTS',
    )
  })

  it('from one address are throttled whichever accounts they try', async () => {
    const given = limited()
    for (let i = 0; i < 3; i++) await open(given).signIn(`nobody${i}@example.com`, 'a wrong password')
    expect(AuthBrowser.refusal(await open(given).signIn('other@example.com', 'wrong'))).toBe(
      'TOO_MANY_REQUESTS',
    )
  })

  it('count only when they fail', async () => {
    const user = await makeUser(deps, { passwordHash })
    const given = limited()
    for (let i = 0; i < 6; i++)
      expect(AuthBrowser.refusal(await open(given).signIn(user.email, password))).toBeNull()
  })

  it('are on record without what was typed, and tell where the throttle began', async () => {
    const user = await makeUser(deps, { passwordHash })
    const given = limited()
    for (let i = 0; i < 5; i++) await open(given).signIn(user.email, 'a mistyped secret')
    const events = await deps.db.prisma.auditEvent.findMany({
      where: { event: 'user.sign_in_failed', objectId: user.id },
      orderBy: { seq: 'asc' },
    })
    expect(
      events.map(({ details }) => (details as { throttledFromHere: boolean }).throttledFromHere),
    ).toEqual([false, false, true])
    expect(JSON.stringify(events.map(({ canonical }) => canonical))).not.toContain('mistyped')
  })
})

describe('signing out', () => {
  it('ends the session itself: a copy of the cookie is worth nothing', async () => {
    const { browser } = await signedIn()
    const copy = browser.cookieHeader
    await browser.post('signout')
    expect(browser.cookies.has('next-auth.session-token')).toBe(false)
    const thief = createCaller(createContext(deps, facts(copy)))
    expect((await refusalOf(thief.account.get())).code).toBe('UNAUTHENTICATED')
  })

  it('from elsewhere ends the session in next-auth too, and clears the cookie', async () => {
    const { browser } = await signedIn()
    expect((await browser.get('session')).body).toHaveProperty('user')
    await callerOf(browser).account.signOutEverywhere()
    expect((await browser.get('session')).body).toEqual({})
    expect(browser.cookies.has('next-auth.session-token')).toBe(false)
  })
})

describe('signing in through an issuer', () => {
  const person = (name: string, more: object = {}) => ({
    sub: `corp|${name}`,
    name,
    email: `${name}@corp.example`,
    email_verified: true,
    ...more,
  })
  const domain = () => withSignUp({ SIGN_UP: 'domain', SIGN_UP_DOMAINS: ['corp.example'] })

  it('makes no account where people come by invitation', async () => {
    expect(await throughIssuer(open(), person('ada'))).toBe('FORBIDDEN')
    expect(await deps.db.prisma.user.count({ where: { email: 'ada@corp.example' } })).toBe(0)
  })

  it('makes an account for a verified address of an allowed domain, and finds it again', async () => {
    const first = open(domain())
    expect(await throughIssuer(first, person('emmy'))).toBeNull()
    const again = open()
    expect(await throughIssuer(again, person('emmy', { email: 'renamed@elsewhere.example' }))).toBeNull()
    expect((await callerOf(again).account.get()).id).toBe((await callerOf(first).account.get()).id)
  })

  it.each([
    ['an unverified address', { email_verified: false }],
    ['an address of which nothing is said', { email_verified: undefined }],
    ['another domain', { email: 'eve@evil.example' }],
    ['a domain that ends alike', { email: 'eve@notcorp.example' }],
    ['a subdomain', { email: 'eve@x.corp.example' }],
    ['a domain inside the name', { email: 'corp.example@evil.example' }],
  ])('makes no account for %s', async (_, more) => {
    expect(await throughIssuer(open(domain()), person('eve', more))).toBe('FORBIDDEN')
  })

  it('never enters an account because its address is the same', async () => {
    const { user } = await signedIn({ email: 'target@corp.example' })
    const browser = open(domain())
    expect(await throughIssuer(browser, person('target'))).toBe('EMAIL_TAKEN')
    expect((await refusalOf(callerOf(browser).account.get())).code).toBe('UNAUTHENTICATED')
    expect(await deps.db.prisma.account.count({ where: { userId: user.id } })).toBe(0)
  })

  it('does not link to the account of a running session that did not ask for it', async () => {
    const { user, browser } = await signedIn()
    expect(await throughIssuer(browser, person('stray'))).toBe('FORBIDDEN')
    expect(await deps.db.prisma.account.count({ where: { userId: user.id } })).toBe(0)
  })

  it('links to the account that asked for it with its password, once, and the session goes on', async () => {
    const { user, browser } = await signedIn()
    await callerOf(browser).account.startLinking({ method: 'corp', password })
    expect(await throughIssuer(browser, person('linked'))).toBeNull()
    expect((await callerOf(browser).account.get()).methods).toEqual([
      { id: 'corp', name: 'Corp', linkedAt: expect.any(String) as string },
    ])
    expect((await callerOf(browser).account.sessions()).items).toHaveLength(1)
    const other = open()
    expect(await throughIssuer(other, person('linked'))).toBeNull()
    expect((await callerOf(other).account.get()).id).toBe(user.id)
    expect(await throughIssuer(browser, person('second'))).toBe('FORBIDDEN')
  })

  it('does not take over what another account has linked', async () => {
    const first = await signedIn()
    await callerOf(first.browser).account.startLinking({ method: 'corp', password })
    await throughIssuer(first.browser, person('owned'))
    const second = await signedIn()
    await callerOf(second.browser).account.startLinking({ method: 'corp', password })
    expect(await throughIssuer(second.browser, person('owned'))).toBe('FORBIDDEN')
  })

  it('is refused with the answer to another browser: state and nonce must fit', async () => {
    const [mine, theirs] = [open(domain()), open(domain())]
    const { body } = await theirs.post('signin/corp', { callbackUrl: '/' })
    await mine.post('signin/corp', { callbackUrl: '/' })
    const back = issuer.authorize(new URL((body as { url: string }).url), person('crossed'))
    const answer = await mine.get('callback/corp', Object.fromEntries(back.searchParams))
    expect(AuthBrowser.refusal(answer)).toBe('OAuthCallback')
    expect(await deps.db.prisma.user.count({ where: { email: 'crossed@corp.example' } })).toBe(0)
  })
})

describe('the log', () => {
  it('holds no password, token or client secret after all this', () => {
    expect(lines.length).toBeGreaterThan(0)
    const text = lines.join('')
    for (const secret of [password, 'planted', 'mistyped', 'eyJ']) expect(text).not.toContain(secret)
  })
})
