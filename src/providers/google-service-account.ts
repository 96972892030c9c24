import { cleanRsaPrivateKey } from './rsa-private-key'

/** What Latchkey keeps of a service account's key file. */
export type ServiceAccount = {
  clientEmail: string
  privateKey: string
  privateKeyId: string
}

export type ServiceAccountReading = { account: ServiceAccount; project?: string } | { problem: string }

const notWhole =
  'This is not the whole JSON key file of a service account; paste it from the first { to the last }'
const badKey =
  'The private_key in this file is not a whole RSA key; download a new key file and paste all of it'
const otherTypes: Record<string, string> = {
  authorized_user: 'These are the credentials of a person; Latchkey takes the key file of a service account',
  external_account: 'Workload identity files hold no key; Latchkey takes the key file of a service account',
  impersonated_service_account:
    'Impersonation files hold no key; Latchkey takes the key file of a service account',
}

/** Whether a pasted text is meant as a key file, even a broken one. */
export const looksLikeServiceAccount = (text: string): boolean =>
  /^\s*["']?\s*\{/.test(text) || text.includes('-----BEGIN') || /^\S+\.json$/i.test(text.trim())

/**
 * Reads the JSON key file of a service account, as text (also escaped a second time, or with real line breaks inside
 * the key) or as an object. Problems are told in our words and never quote the input. Only the address and the key are
 * kept: `token_uri`, `universe_domain` and every `*_url` would let whoever made the file choose where signed
 * assertions are sent.
 */
export function readServiceAccount(typed: string | Record<string, unknown>): ServiceAccountReading {
  if (typeof typed === 'string' && /^\s*-----BEGIN/.test(typed))
    return { problem: 'This is only the private key; paste the whole JSON key file' }
  if (typeof typed === 'string' && /^\S+\.json$/i.test(typed.trim()))
    return { problem: 'This is the name of a file; open it and paste what it holds' }
  const file = typeof typed === 'string' ? parseFile(typed) : typed
  if (!file) return { problem: notWhole }
  const { type, client_email: email, private_key: key, private_key_id: keyId, project_id: project } = file
  if (type !== 'service_account')
    return {
      problem: (typeof type === 'string' && Object.hasOwn(otherTypes, type) && otherTypes[type]) || notWhole,
    }
  if (typeof email !== 'string' || typeof key !== 'string' || typeof keyId !== 'string')
    return { problem: notWhole }
  if (!/^[a-z0-9-]{1,63}@[a-z0-9.-]{1,190}\.gserviceaccount\.com$/.test(email))
    return { problem: 'The client_email in this file is not that of a service account' }
  if (!/^[\w-]{1,128}$/.test(keyId)) return { problem: notWhole }
  const privateKey = cleanRsaPrivateKey(key)
  if (!privateKey) return { problem: badKey }
  const account = { clientEmail: email, privateKey, privateKeyId: keyId }
  return typeof project === 'string' ? { account, project } : { account }
}

function parseFile(text: string): Record<string, unknown> | null {
  const trimmed = text.trim()
  const parsed = parse(trimmed) ?? parse(escapeLineBreaks(trimmed)) ?? parse(`"${trimmed}"`)
  const value = typeof parsed === 'string' ? (parse(parsed) ?? parse(escapeLineBreaks(parsed))) : parsed
  return isRecord(value) ? value : null
}

/** A parse error quotes its input, which holds a private key: it is dropped. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Line breaks inside JSON strings, which JSON forbids: made by tools that expand `\n`. */
const escapeLineBreaks = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\[^])*"/g, (quoted) => quoted.replace(/\r/g, '').replace(/\n/g, '\\n'))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
