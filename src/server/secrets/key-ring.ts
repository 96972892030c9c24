import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Secret } from '@/core/secret'
import { StartError } from '../start-error'
import { keyBytes } from './aes-gcm'
import { findKeyWeakness } from './find-key-weakness'

export interface NamedKey {
  id: string
  key: Secret<Buffer>
}

/** All keys of this installation. New seals use the active master key; old ones open while their key is here. */
export interface KeyRing {
  version: 1
  active: string
  masterKeys: ReadonlyMap<string, Secret<Buffer>>
  fingerprintKey: NamedKey
  auditKey: NamedKey
}

/** Ids stand in sealed texts between dots, and in patterns of queries. */
const keyId = z.string().regex(/^[a-z0-9]{1,32}$/)
const namedKey = z.strictObject({ id: keyId, key: z.string() })
const ringShape = z.strictObject({
  version: z.literal(1),
  active: keyId,
  masterKeys: z.record(keyId, z.string()),
  fingerprintKey: namedKey,
  auditKey: namedKey,
})

/** Reads a ring from its JSON text. Throws a StartError that names the fault and never quotes a key. */
export function parseKeyRing(text: string): KeyRing {
  const { version, active, masterKeys, fingerprintKey, auditKey } = readShape(text)
  if (!Object.hasOwn(masterKeys, active)) {
    throw new StartError(`The key ring lacks its active master key "${active}". Restore it from your backup.`)
  }
  const masters = Object.entries(masterKeys).map(
    ([id, key]) => [id, readKey(`Master key "${id}"`, key)] as const,
  )
  const ring: KeyRing = {
    version,
    active,
    masterKeys: new Map(masters),
    fingerprintKey: { id: fingerprintKey.id, key: readKey('The fingerprint key', fingerprintKey.key) },
    auditKey: { id: auditKey.id, key: readKey('The audit key', auditKey.key) },
  }
  const hexes = [...ring.masterKeys.values(), ring.fingerprintKey.key, ring.auditKey.key].map(toHex)
  if (new Set(hexes).size !== hexes.length) {
    throw new StartError('The key ring holds one key under two names. Each purpose needs a key of its own.')
  }
  return ring
}

function readShape(text: string): z.infer<typeof ringShape> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // The parser's message quotes the text, which is keys.
    const fault = text.trim() === '' ? 'is empty' : 'is cut short or is not JSON'
    throw new StartError(`The key ring ${fault}. Restore it from your backup.`)
  }
  const read = ringShape.safeParse(json)
  if (read.success) return read.data
  const path = read.error.issues[0]?.path.join('.') || 'its top level'
  throw new StartError(`The key ring is malformed at ${path}. Restore it from your backup.`)
}

function readKey(name: string, hex: string): Secret<Buffer> {
  const weakness = findKeyWeakness(hex)
  if (weakness !== null) {
    throw new StartError(`${name} of the key ring ${weakness}. Make one with: openssl rand -hex 32`)
  }
  return new Secret(Buffer.from(hex, 'hex'))
}

/** A ring of new random keys. */
export const createKeyRing = (): KeyRing => ({
  version: 1,
  active: 'm1',
  masterKeys: new Map([['m1', randomKey()]]),
  fingerprintKey: { id: 'f1', key: randomKey() },
  auditKey: { id: 'a1', key: randomKey() },
})

/** A new random key of 256 bits. */
export const randomKey = (): Secret<Buffer> => new Secret(randomBytes(keyBytes))

/** The ring as JSON with every key in clear: for its file alone. */
export function printKeyRing({ version, active, masterKeys, fingerprintKey, auditKey }: KeyRing): string {
  const printed: z.infer<typeof ringShape> = {
    version,
    active,
    masterKeys: Object.fromEntries([...masterKeys].map(([id, key]) => [id, toHex(key)])),
    fingerprintKey: { id: fingerprintKey.id, key: toHex(fingerprintKey.key) },
    auditKey: { id: auditKey.id, key: toHex(auditKey.key) },
  }
  return `${JSON.stringify(printed, null, 2)}\n`
}

const toHex = (key: Secret<Buffer>): string => key.reveal().toString('hex')
