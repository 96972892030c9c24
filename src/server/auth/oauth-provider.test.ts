import { describe, expect, it } from 'vitest'
import { Secret } from '@/core/secret'
import { readSettings } from '@/env'
import type { Env } from '@/env'
import { listIssuers } from './issuers'
import { issuerProfile, oauthProvider, readGithubEmail } from './oauth-provider'

const bodyOf = (value: unknown) => Buffer.from(JSON.stringify(value))
const envWith = (given: Record<string, string>): Env => ({
  ...readSettings(given),
  SESSION_SECRET: new Secret('s'.repeat(32)),
})

describe('issuers', () => {
  it('are those that the operator configured, in a fixed order', () => {
    expect(listIssuers(envWith({}))).toEqual([])
    const configured = listIssuers(
      envWith({
        GITHUB_CLIENT_ID: 'gh',
        GITHUB_CLIENT_SECRET: 'gh-secret',
        GOOGLE_CLIENT_ID: 'go',
        GOOGLE_CLIENT_SECRET: 'go-secret',
        OIDC_ISSUERS: JSON.stringify([
          {
            id: 'corp',
            name: 'Corp',
            issuer: 'https://id.example.com/',
            clientId: 'c',
            clientSecret: 'corp-secret',
          },
        ]),
      }),
    )
    expect(configured.map(({ id }) => id)).toEqual(['github', 'google', 'corp'])
    expect(configured[2]?.wellKnown).toBe('https://id.example.com/.well-known/openid-configuration')
    expect(JSON.stringify(configured)).not.toContain('-secret')
  })

  it('all guard their answers against forgery', () => {
    const configured = listIssuers(
      envWith({
        GITHUB_CLIENT_ID: 'gh',
        GITHUB_CLIENT_SECRET: 'x',
        GOOGLE_CLIENT_ID: 'go',
        GOOGLE_CLIENT_SECRET: 'x',
      }),
    )
    for (const issuer of configured)
      expect(oauthProvider(issuer).checks).toEqual(expect.arrayContaining(['pkce', 'state']))
  })
})

describe('the e-mail address of a person at GitHub', () => {
  const other = { email: 'public@evil.example', primary: false, verified: true }

  it('is the primary one, and verified only if GitHub says so', () => {
    const primary = { email: 'ada@example.com', primary: true, verified: true }
    expect(readGithubEmail(bodyOf([other, primary]))).toEqual({
      email: 'ada@example.com',
      email_verified: true,
    })
    expect(readGithubEmail(bodyOf([{ ...primary, verified: false }]))).toMatchObject({
      email_verified: false,
    })
  })

  it.each([undefined, Buffer.from('<html>'), bodyOf({}), bodyOf([]), bodyOf([other])])(
    'is none and not verified when GitHub answers otherwise',
    (body) => {
      const { email, email_verified } = readGithubEmail(body)
      expect([email, email_verified]).toEqual([undefined, false])
    },
  )
})

describe('what an issuer says of an address', () => {
  it.each([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    [undefined, false],
  ])('email_verified %s counts as %s', (email_verified, expected) => {
    const { isEmailVerified } = issuerProfile('corp', '1', { email: 'a@b.example', email_verified })
    expect(isEmailVerified).toBe(expected)
  })
})
