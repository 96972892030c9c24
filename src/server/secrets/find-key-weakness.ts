import { createHash } from 'node:crypto'
import { keyBytes } from './aes-gcm'

/** Words whose plain hash people have used as a key. */
const knownWords = [
  ...['', 'secret', 'password', 'passphrase', 'changeme', 'change-me', 'change me', 'test', 'admin', 'key'],
  ...['default', 'example', 'latchkey', 'master', 'encryption', 'encryption-key', 'secretkey', 'secret-key'],
]
/** Keys printed in SP 800-38A and RFC 8439, by their SHA-256. Those of other documents follow a pattern. */
const vectorHashes: ReadonlySet<string> = new Set([
  'b93c72b74bc8487d29827005f80d635918f91bc22b14d7ed05714d58f96702dd',
  'b2fc17bf5e95289cefb59ca945471f60dd000eb17a59c23a3deb85a76929a2ce',
])
const minDistinctBytes = 12

/**
 * What is wrong with a key written as hex, as the rest of a sentence after its name, or null. Never quotes it.
 * Random keys pass but for one in billions; what is refused was typed, copied from a document, or cut short.
 */
export function findKeyWeakness(text: string): string | null {
  if (!/^[0-9a-f]*$/i.test(text)) return 'is not hexadecimal; a passphrase is not a key'
  if (text.length === 32) return 'has 32 hex digits, which is AES-128; it needs 64'
  if (text.length !== keyBytes * 2) return `has ${text.length} hex digits; it needs 64`
  const key = Buffer.from(text, 'hex')
  if (isTyped(key)) return 'follows a pattern, so it can be guessed'
  if (isPublic(key)) return 'is publicly known'
  return null
}

function isTyped(key: Buffer): boolean {
  const step = (key[1]! - key[0]! + 256) % 256
  const isSequence = key.every((byte, i) => i === 0 || byte === (key[i - 1]! + step) % 256)
  const isRepeated = key.subarray(0, 16).equals(key.subarray(16))
  const isText = key.every((byte) => byte >= 0x20 && byte < 0x7f)
  return isSequence || isRepeated || isText || new Set(key).size < minDistinctBytes
}

function isPublic(key: Buffer): boolean {
  const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
  return vectorHashes.has(sha256(key).toString('hex')) || knownWords.some((word) => sha256(word).equals(key))
}
