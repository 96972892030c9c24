import { existsSync } from 'node:fs'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import { Secret } from '@/core/secret'
import { StartError } from '@/server/start-error'

const secretText = z.string().transform((text) => new Secret(text))
const flag = (fallback: '0' | '1') =>
  z
    .enum(['0', '1'], 'must be 1 or 0')
    .default(fallback)
    .transform((text) => text === '1')
const whole = (fallback: number, min: number, max: number) =>
  z.coerce
    .number(`must be a whole number from ${min} to ${max}`)
    .refine(
      (value) => Number.isInteger(value) && value >= min && value <= max,
      `must be from ${min} to ${max}`,
    )
    .default(fallback)

const splitList = (text: string) => text.split(/[\s,]+/).filter((entry) => entry !== '')
const listOf = (isRight: (entry: string) => boolean, message: string) =>
  z
    .string()
    .default('')
    .transform(splitList)
    .refine((entries) => entries.every(isRight), message)

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text
}

const isUrlOf = (protocols: readonly string[]) => (text: string) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol)

const origin = z
  .string()
  .transform((text) => text.replace(/\/$/, ''))
  .refine(isOrigin, 'must be an origin like https://keys.example.com, without a path')

const postgresUrl = z
  .string()
  .refine(isUrlOf(['postgres:', 'postgresql:']), 'must look like postgres://user:password@host:5432/database')
  .transform((text) => new Secret(text))

const issuer = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'an id has lower-case letters, digits and dashes')
    .refine(
      (id) => !['github', 'google', 'credentials'].includes(id),
      'the id is taken by a built-in way to sign in',
    ),
  name: z.string().min(1),
  issuer: z.string().refine(isUrlOf(['https:', 'http:']), 'the issuer must be a URL'),
  clientId: z.string().min(1),
  clientSecret: secretText,
})

const issuers = z
  .string()
  .default('[]')
  .transform((text, context) => {
    const parsed = z.array(issuer).safeParse(parseJson(text))
    if (parsed.success) return parsed.data
    const first = parsed.error.issues[0]
    context.addIssue({
      code: 'custom',
      // Neither the text nor zod's quote of it: it holds client secrets.
      message: `must be a JSON list of { id, name, issuer, clientId, clientSecret } (at ${first?.path.join('.') || 'the start'})`,
    })
    return z.NEVER
  })
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'every id may stand once')

const originRules = listOf(
  (rule) => /^[^=]+=https?:\/\/[^=]+$/.test(rule),
  'must be a list of from=to, for example https://api.openai.com=https://gateway.example.com',
).transform((rules) =>
  rules.map((rule) => {
    const at = rule.indexOf('=')
    return { from: rule.slice(0, at), to: rule.slice(at + 1) }
  }),
)

/** Every setting there is, in the order of `.env.example`. */
export const settingsSchema = z.object({
  PORT: whole(3000, 1, 65_535),
  HOST: z.string().default('127.0.0.1'),
  APP_URL: origin.optional(),
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('production'),
  PAGES: flag('1'),
  LATCHKEY_DIR: z.string().default('.latchkey'),
  DATABASE_URL: postgresUrl.optional(),
  MIGRATION_DATABASE_URL: postgresUrl.optional(),
  KEY_RING: secretText.optional(),
  KEY_RING_FILE: z.string().optional(),
  SESSION_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .transform((text) => new Secret(text))
    .optional(),
  SESSION_SECRET_FILE: z.string().optional(),
  SIGN_UP: z.enum(['invite', 'domain', 'open'], 'must be invite, domain or open').default('invite'),
  SIGN_UP_DOMAINS: listOf(
    (domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain),
    'must be a list of domains like example.com',
  ),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: secretText.optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: secretText.optional(),
  OIDC_ISSUERS: issuers,
  TRUSTED_PROXIES: listOf(
    (entry) => ipaddr.isValid(entry) || ipaddr.isValidCIDR(entry),
    'must be a list of addresses or ranges like 10.0.0.0/8',
  ),
  OUTBOUND_ALLOW: listOf(isOrigin, 'must be a list of exact origins like http://llm.internal:8080'),
  OUTBOUND_PROXY: z
    .string()
    .refine(isUrlOf(['http:', 'https:']), 'must be an http or https address')
    .transform((text) => new Secret(text))
    .optional(),
  PROVIDER_ORIGINS: originRules,
  REDIS_URL: z
    .string()
    .refine(isUrlOf(['redis:', 'rediss:']), 'must look like redis://host:6379')
    .transform((text) => new Secret(text))
    .optional(),
  RATE_LIMIT_TESTS: whole(20, 1, 1_000_000),
  RATE_LIMIT_WRITES: whole(60, 1, 1_000_000),
  RATE_LIMIT_READS: whole(600, 1, 1_000_000),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be a level like info or debug',
    )
    .default('info'),
})

/** The settings as read: the address is complete, the session secret may still have to be made. */
export type Settings = z.output<typeof settingsSchema> & { APP_URL: string }

/** The settings of a running server. */
export type Env = Settings & { SESSION_SECRET: Secret<string> }

type Source = Record<string, string | undefined>

/** Reads and checks all settings. Throws StartError that lists every problem, by name, never by value. */
export function readSettings(source: Source = process.env): Settings {
  const given = Object.fromEntries(
    Object.entries(source).filter(([name, value]) => name in settingsSchema.shape && value !== ''),
  )
  const parsed = settingsSchema.safeParse(given)
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${String(issue.path[0])} ${issue.message}`),
    ...findConflicts(given),
  ]
  if (!parsed.success || problems.length > 0) {
    const count = problems.length === 1 ? 'A setting is wrong' : `${problems.length} settings are wrong`
    throw new StartError(`${count}:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  }
  const { HOST, PORT, APP_URL } = parsed.data
  return { ...parsed.data, APP_URL: APP_URL ?? `http://${reachableHost(HOST)}:${PORT}` }
}

/** Settings of a `.env` file in the working directory, where the environment has none of that name. */
export function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}

/** What Next and next-auth read from the environment by themselves. */
export function exportToLibraries(settings: Settings): void {
  Object.assign(process.env, {
    NODE_ENV: settings.NODE_ENV,
    NEXTAUTH_URL: settings.APP_URL,
    NEXT_TELEMETRY_DISABLED: '1',
  })
}

function findConflicts(given: Source): string[] {
  const both = (a: string, b: string) =>
    given[a] !== undefined && given[b] !== undefined ? [`${a} and ${b} are both set; keep one`] : []
  const together = (a: string, b: string) =>
    (given[a] === undefined) !== (given[b] === undefined) ? [`${a} and ${b} are needed together`] : []
  const needs = (isNeeding: boolean, setting: string, needed: string) =>
    isNeeding && given[needed] === undefined ? [`${setting} needs ${needed}`] : []
  return [
    ...both('KEY_RING', 'KEY_RING_FILE'),
    ...both('SESSION_SECRET', 'SESSION_SECRET_FILE'),
    ...together('GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'),
    ...together('GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'),
    ...needs(given.SIGN_UP === 'domain', 'SIGN_UP=domain', 'SIGN_UP_DOMAINS'),
    ...needs(given.MIGRATION_DATABASE_URL !== undefined, 'MIGRATION_DATABASE_URL', 'DATABASE_URL'),
  ]
}

/** A wildcard is an address to listen on, not one to visit. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
