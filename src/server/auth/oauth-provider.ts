import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { Issuer } from './issuers'
import type { IssuerProfile } from './sign-in-doors'

/** Claims of an id token, or GitHub's answers brought into their form. */
export interface Claims {
  sub: string
  name?: string
  email?: string
  email_verified?: boolean | string
}

/** An issuer in next-auth's words: code flow, the secret kept on the server, PKCE and state against forged answers. */
export function oauthProvider(issuer: Issuer): OAuthConfig<Claims> {
  return {
    id: issuer.id,
    name: issuer.name,
    type: 'oauth',
    clientId: issuer.clientId,
    clientSecret: issuer.clientSecret.reveal(),
    // Only the id is used; who this is here is decided by the account slice.
    profile: ({ sub }) => ({ id: sub }),
    ...(issuer.kind === 'github' ? github : openId(issuer)),
  }
}

const openId = ({ wellKnown }: Issuer) =>
  ({
    wellKnown,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
  }) satisfies Partial<OAuthConfig<Claims>>

const github = {
  issuer: 'https://github.com/login/oauth',
  authorization: {
    url: 'https://github.com/login/oauth/authorize',
    params: { scope: 'read:user user:email' },
  },
  token: 'https://github.com/login/oauth/access_token',
  userinfo: {
    url: 'https://api.github.com/user',
    async request({ client, tokens }) {
      const token = tokens.access_token ?? ''
      const user = await client.userinfo<{ id?: number; login?: string }>(token)
      const { body } = await client.requestResource('https://api.github.com/user/emails', token)
      return { sub: String(user.id ?? ''), name: user.name ?? user.login, ...readGithubEmail(body) }
    },
  },
  checks: ['pkce', 'state'],
} satisfies Partial<OAuthConfig<Claims>>

/** The primary address and whether GitHub verified it; the one on the profile page is only what a person wrote there. */
export function readGithubEmail(body: Buffer | undefined): Pick<Claims, 'email' | 'email_verified'> {
  try {
    const list = JSON.parse(body?.toString() ?? '') as {
      email: string
      primary: boolean
      verified: boolean
    }[]
    const primary = list.find((entry) => entry.primary)
    return { email: primary?.email, email_verified: primary?.verified === true }
  } catch {
    return { email_verified: false }
  }
}

/** What counts of an issuer's claims. An address is verified only if the issuer says so in as many words. */
export const issuerProfile = (issuer: string, subject: string, claims: Partial<Claims>): IssuerProfile => ({
  issuer,
  subject,
  email: claims.email ?? null,
  isEmailVerified: claims.email_verified === true || claims.email_verified === 'true',
  name: claims.name ?? null,
})
