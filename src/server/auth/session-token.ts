import { createDecipheriv, hkdfSync } from 'node:crypto'

/** What our sessions keep in next-auth's encrypted cookie. */
export interface SessionClaims {
  /** User id. */
  sub: string
  /** Id of the Session row that is checked on each request. */
  sid: string
}

const clockToleranceSeconds = 15
const keys = new Map<string, Buffer>()

/** next-auth 4 derives the cookie's key with an empty salt and this fixed label; kept, since deriving it is the dear part. */
function keyOf(secret: string): Buffer {
  const kept = keys.get(secret)
  if (kept) return kept
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'NextAuth.js Generated Encryption Key', 32))
  keys.set(secret, key)
  return key
}

/** Opens next-auth 4's session token (compact JWE, `dir`, A256GCM). Null for anything altered, expired or foreign. */
export function openSessionToken(token: string, secret: string, now: Date): SessionClaims | null {
  try {
    const [header = '', wrappedKey, iv = '', ciphertext = '', tag = '', ...rest] = token.split('.')
    const { alg, enc } = JSON.parse(Buffer.from(header, 'base64url').toString()) as Record<string, unknown>
    const authTag = Buffer.from(tag, 'base64url')
    // A shorter tag would be accepted by the cipher and could be guessed.
    if (rest.length > 0 || wrappedKey !== '' || alg !== 'dir' || enc !== 'A256GCM' || authTag.length !== 16)
      return null
    const cipher = createDecipheriv('aes-256-gcm', keyOf(secret), Buffer.from(iv, 'base64url'), {
      authTagLength: 16,
    })
    cipher.setAAD(Buffer.from(header, 'ascii')).setAuthTag(authTag)
    const text = Buffer.concat([cipher.update(Buffer.from(ciphertext, 'base64url')), cipher.final()])
    return liveClaims(JSON.parse(text.toString()) as Record<string, unknown>, now)
  } catch {
    return null
  }
}

function liveClaims({ sub, sid, exp }: Record<string, unknown>, now: Date): SessionClaims | null {
  if (typeof sub !== 'string' || typeof sid !== 'string' || typeof exp !== 'number') return null
  return exp + clockToleranceSeconds > now.getTime() / 1000 ? { sub, sid } : null
}
