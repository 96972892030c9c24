import { generateKeyPairSync } from 'node:crypto'
import { json } from './fake-provider'
import type { FakeRequest } from './fake-provider'
import { scenarioIn } from './key-marker'

export const tokenHost = 'oauth2.googleapis.com'
const audience = `https://${tokenHost}/token`
const scope = 'https://www.googleapis.com/auth/cloud-platform'

/** Made at start, so that no file holds a key and no request waits for it. */
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})

/** A key file as Google hands it out; the id of its key names the scenario. */
export const serviceAccountFile = (scenario: string): string =>
  JSON.stringify({
    type: 'service_account',
    project_id: 'tw-prod',
    private_key_id: `0123456789zz${scenario}`,
    private_key: privateKey,
    client_email: 'ledger@tw-prod.iam.gserviceaccount.com',
    client_id: '112233445566778899001',
    token_uri: audience,
    universe_domain: 'googleapis.com',
  })

const decode = (part = ''): Record<string, unknown> => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
  } catch {
    return {}
  }
}

/**
 * The scenario of a token request, or null where the request or its assertion is not as Google wants it. The signature
 * is not checked: a stored account must work after a restart, which makes another key.
 */
export function assertionScenario({ method, path, headers, body }: FakeRequest): string | null {
  const form = new URLSearchParams(body)
  const [header, claims, signature = '', ...rest] = (form.get('assertion') ?? '').split('.')
  const { alg, kid } = decode(header)
  const { iss, aud, iat, exp, scope: asked } = decode(claims)
  const isForm =
    method === 'POST' &&
    path === '/token' &&
    headers['content-type']?.startsWith('application/x-www-form-urlencoded') &&
    form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer'
  const isClaimed =
    alg === 'RS256' && String(iss).endsWith('.gserviceaccount.com') && aud === audience && asked === scope
  const isShort = typeof iat === 'number' && typeof exp === 'number' && exp > iat && exp - iat <= 3600
  const isSigned = /^[\w-]{342}$/.test(signature) && rest.length === 0
  return isForm && isClaimed && isShort && isSigned ? scenarioIn(String(kid)) : null
}

/** Grants an access token that carries the scenario on. */
export const grantToken = (request: FakeRequest) =>
  json(200, {
    access_token: `ya29.${'c9Fk'.repeat(8)}zz${assertionScenario(request)}`,
    expires_in: 3599,
    token_type: 'Bearer',
  })

export const refuseToken = (error: string, description: string) =>
  json(400, { error, error_description: description })
