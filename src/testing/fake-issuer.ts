import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { startServer } from './start-server'

export interface FakeIssuer {
  url: string
  /** What a person's browser would bring back from the issuer's page: the answer to an authorization request. */
  authorize(request: URL, claims: Record<string, unknown>): URL
  close(): Promise<void>
}

const clientId = 'latchkey'

/** An OpenID issuer on loopback: discovery, keys and the exchange of a code for an id token. */
export async function startFakeIssuer(): Promise<FakeIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] }
  const granted = new Map<string, Record<string, unknown>>()
  const server = await startServer((request, response) => {
    void answer(request.url ?? '').then((body) => {
      response.writeHead(body ? 200 : 400, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body ?? { error: 'invalid_grant' }))
    })
  })
  const url = server.origin

  const answer = async (path: string) =>
    path === '/token' ? exchange() : path === '/jwks' ? jwks : discovery(url)

  async function exchange() {
    const code = new URLSearchParams(server.requests.at(-1)?.body).get('code') ?? ''
    const claims = granted.get(code)
    granted.delete(code)
    if (!claims) return null
    const token = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' })
    token.setIssuer(url).setAudience(clientId).setIssuedAt().setExpirationTime('5m')
    return { access_token: 'access', token_type: 'Bearer', id_token: await token.sign(privateKey) }
  }

  return {
    url,
    authorize(request, claims) {
      const code = crypto.randomUUID()
      granted.set(code, { ...claims, nonce: request.searchParams.get('nonce') })
      const back = new URL(request.searchParams.get('redirect_uri') ?? '')
      back.searchParams.set('code', code)
      back.searchParams.set('state', request.searchParams.get('state') ?? '')
      return back
    },
    close: server.close,
  }
}

const discovery = (url: string) => ({
  issuer: url,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  jwks_uri: `${url}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
})
