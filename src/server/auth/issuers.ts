import type { Env } from '@/env'
import type { Secret } from '@/core/secret'

/** A way to sign in besides the password, as the operator configured it. */
export interface Issuer {
  /** Also the `provider` of linked accounts: changing it unlinks them. */
  id: string
  name: string
  kind: 'github' | 'oidc'
  /** Where an OpenID issuer describes itself. */
  wellKnown?: string
  clientId: string
  clientSecret: Secret<string>
}

const configuration = '.well-known/openid-configuration'

/** The configured issuers, in the order in which to offer them. */
export function listIssuers(env: Env): Issuer[] {
  const { GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, OIDC_ISSUERS } = env
  const issuers: Issuer[] = OIDC_ISSUERS.map(({ issuer, ...rest }) => ({
    ...rest,
    kind: 'oidc',
    wellKnown: `${issuer.replace(/\/+$/, '')}/${configuration}`,
  }))
  if (GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET)
    issuers.unshift({
      id: 'google',
      name: 'Google',
      kind: 'oidc',
      wellKnown: `https://accounts.google.com/${configuration}`,
      clientId: GOOGLE_CLIENT_ID,
      clientSecret: GOOGLE_CLIENT_SECRET,
    })
  if (GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET)
    issuers.unshift({
      id: 'github',
      name: 'GitHub',
      kind: 'github',
      clientId: GITHUB_CLIENT_ID,
      clientSecret: GITHUB_CLIENT_SECRET,
    })
  return issuers
}
