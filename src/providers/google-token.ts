import { importPKCS8, SignJWT } from 'jose'
import type { HttpRequest } from '@/core/http'
import type { ServiceAccount } from './google-service-account'

/** Fixed, whatever the key file says: it would let the uploader choose who gets a signed assertion. */
const tokenUrl = 'https://oauth2.googleapis.com/token'
const scope = 'https://www.googleapis.com/auth/cloud-platform'

/**
 * The request that trades a service account's signed assertion for an access token of one hour. Rejects with a plain
 * sentence where the key cannot sign; what the platform says is dropped, as it may quote the key.
 */
export async function googleTokenRequest(account: ServiceAccount, now: Date): Promise<HttpRequest> {
  const issuedAt = Math.floor(now.getTime() / 1000)
  const assertion = await sign(account, issuedAt).catch(() => {
    throw new Error('The private key of the service account cannot sign')
  })
  const form = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion })
  return {
    method: 'POST',
    url: tokenUrl,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  }
}

async function sign(
  { clientEmail, privateKey, privateKeyId }: ServiceAccount,
  issuedAt: number,
): Promise<string> {
  return new SignJWT({ scope })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: privateKeyId })
    .setIssuer(clientEmail)
    .setAudience(tokenUrl)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 3600)
    .sign(await importPKCS8(privateKey, 'RS256'))
}
