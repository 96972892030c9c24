import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { StartError } from '@/server/start-error'
import { readSettings, settingsSchema } from './env'

function problemsOf(source: Record<string, string>): string {
  try {
    readSettings(source)
  } catch (error) {
    if (error instanceof StartError) return error.message
    throw error
  }
  return ''
}

function readExample(): { name: string; value: string; isExplained: boolean }[] {
  const lines = readFileSync('.env.example', 'utf8').split('\n')
  return lines.flatMap((line, index) => {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) return []
    return [{ name, value, isExplained: lines[index - 1]?.startsWith('# ') ?? false }]
  })
}

test('.env.example lists every setting once, in order, each with a comment', () => {
  const example = readExample()
  expect(example.map(({ name }) => name)).toEqual(Object.keys(settingsSchema.shape))
  expect(example.filter(({ isExplained }) => !isExplained)).toEqual([])
})

test('.env.example unchanged means the same as no settings at all', () => {
  const example = Object.fromEntries(readExample().map(({ name, value }) => [name, value]))
  expect(readSettings(example)).toEqual(readSettings({}))
})

test('without settings it listens on loopback, and only invited people may sign up', () => {
  expect(readSettings({})).toMatchObject({
    APP_URL: 'http://127.0.0.1:3000',
    HOST: '127.0.0.1',
    NODE_ENV: 'production',
    PAGES: true,
    SIGN_UP: 'invite',
    TRUSTED_PROXIES: [],
    OUTBOUND_ALLOW: [],
  })
})

test('every wrong setting is named in one list', () => {
  const message = problemsOf({
    PORT: '99999',
    APP_URL: 'https://example.com/path',
    DATABASE_URL: 'mysql://root@localhost/x',
    SIGN_UP: 'domain',
    GITHUB_CLIENT_ID: 'id',
    TRUSTED_PROXIES: '10.0.0.0/8, everyone',
  })
  expect(message).toMatch(/^6 settings are wrong:\n/)
  for (const name of [
    'PORT',
    'APP_URL',
    'DATABASE_URL',
    'SIGN_UP_DOMAINS',
    'GITHUB_CLIENT_SECRET',
    'TRUSTED_PROXIES',
  ])
    expect(message).toContain(name)
})

const planted = ['cana', 'ry'].join('') + 'x'.repeat(8)

test('a wrong setting is never quoted', () => {
  const message = problemsOf({
    DATABASE_URL: `mysql://root:${planted}@localhost/x`,
    SESSION_SECRET: planted,
    OIDC_ISSUERS: `[{"clientSecret":"${planted}"`,
    REDIS_URL: planted,
    OUTBOUND_PROXY: `socks://me:${planted}@proxy`,
  })
  expect(message).toMatch(/^5 settings are wrong/)
  expect(message).not.toContain(planted)
})

test('no secret is shown when the settings are printed', () => {
  const issuer = {
    id: 'okta',
    name: 'Okta',
    issuer: 'https://o.example.com',
    clientId: 'c',
    clientSecret: planted,
  }
  const settings = readSettings({
    DATABASE_URL: `postgres://u:${planted}@localhost/x`,
    MIGRATION_DATABASE_URL: `postgres://m:${planted}@localhost/x`,
    KEY_RING: planted,
    SESSION_SECRET: planted.repeat(4),
    GITHUB_CLIENT_ID: 'id',
    GITHUB_CLIENT_SECRET: planted,
    GOOGLE_CLIENT_ID: 'id',
    GOOGLE_CLIENT_SECRET: planted,
    OIDC_ISSUERS: JSON.stringify([issuer]),
    OUTBOUND_PROXY: `http://me:${planted}@proxy:3128`,
    REDIS_URL: `redis://:${planted}@localhost`,
  })
  expect(inspect(settings, { depth: 9 }) + JSON.stringify(settings)).not.toContain(planted)
  expect(settings.OIDC_ISSUERS[0]?.clientSecret.reveal()).toBe(planted)
})

test('provider origins are rules of from and to', () => {
  const { PROVIDER_ORIGINS } = readSettings({
    PROVIDER_ORIGINS:
      'https://api.openai.com=https://gateway.example.com/openai, *=http://127.0.0.1:9/{host}',
  })
  expect(PROVIDER_ORIGINS).toEqual([
    { from: 'https://api.openai.com', to: 'https://gateway.example.com/openai' },
    { from: '*', to: 'http://127.0.0.1:9/{host}' },
  ])
})

test('a ring given twice is refused, since one of the two would be ignored', () => {
  expect(problemsOf({ KEY_RING: '{}', KEY_RING_FILE: '/ring' })).toContain('KEY_RING and KEY_RING_FILE')
})
