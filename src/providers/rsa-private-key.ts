/**
 * An RSA private key as one clean PEM text (PKCS #8), from PEM whose line breaks were escaped, doubled, turned to CRLF
 * or lost on the way. Null where it is not a whole, unencrypted RSA key: the DER inside is walked, so a cut copy is
 * found before anything is sent. Never throws: errors of platform parsers can quote their input.
 */
export function cleanRsaPrivateKey(pem: string): string | null {
  const flat = pem.replace(/\\+r/g, '').replace(/\\+n/g, '\n')
  const base64 = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/.exec(flat)?.[1]
  const packed = base64?.replace(/\s+/g, '')
  const bytes = packed && bytesOf(packed)
  if (!packed || !bytes || !isPkcs8Rsa(bytes)) return null
  const lines = packed.match(/.{1,64}/g) ?? []
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n')
}

function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

const integer = 0x02
const octets = 0x04
const sequence = 0x30
/** Algorithm identifier `rsaEncryption` with its NULL parameter, RFC 8017 appendix C. */
const rsa = '300d06092a864886f70d0101010500'

function isPkcs8Rsa(bytes: Uint8Array): boolean {
  const [outer, ...tail] = elements(bytes) ?? []
  if (outer?.tag !== sequence || tail.length > 0) return false
  const [version, algorithm, key] = elements(outer.content) ?? []
  if (version?.tag !== integer || key?.tag !== octets || hex(algorithm?.whole) !== rsa) return false
  const [inner] = elements(key.content) ?? []
  const numbers = inner?.tag === sequence ? elements(inner.content) : null
  return numbers?.length === 9 && numbers.every(({ tag }) => tag === integer)
}

interface Element {
  tag: number
  content: Uint8Array
  whole: Uint8Array
}

/** The DER elements that fill these bytes exactly, or null. */
function elements(bytes: Uint8Array): Element[] | null {
  const found: Element[] = []
  for (let at = 0; at < bytes.length;) {
    const element = elementAt(bytes, at)
    if (!element) return null
    found.push(element)
    at += element.whole.length
  }
  return found
}

function elementAt(bytes: Uint8Array, at: number): Element | null {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) return null
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f
  if (lengthBytes > 3) return null
  const start = at + 2 + lengthBytes
  const length =
    lengthBytes === 0 ? first : bytes.slice(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0)
  const end = start + length
  return end > bytes.length ? null : { tag, content: bytes.slice(start, end), whole: bytes.slice(at, end) }
}

const hex = (bytes: Uint8Array | undefined): string =>
  Array.from(bytes ?? [], (byte) => byte.toString(16).padStart(2, '0')).join('')
