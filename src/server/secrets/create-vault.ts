import { createHmac, randomBytes } from 'node:crypto'
import { AppError } from '@/core/errors'
import { Secret } from '@/core/secret'
import type { TokenFields } from '@/providers/provider'
import { decrypt, encrypt, keyBytes } from './aes-gcm'
import { canonicalJson } from './canonical-json'
import type { KeyRing } from './key-ring'
import type { KeyWrapper, WrappedKey } from './key-wrapper'
import { createLocalKeyWrapper } from './local-key-wrapper'
import { parseParts, printParts } from './sealed-text'
import { parseTokenPayload, printTokenPayload } from './token-payload'
import type { SealContext, Sealed, Vault } from './vault'

export interface RewrappingVault extends Vault {
  /**
   * The same sealed secret under the active master key: its data key is wrapped anew, the secret itself is not
   * touched. Throws AppError SECRET_UNREADABLE when the data key cannot be unwrapped here.
   */
  rewrap(sealed: string, context: SealContext): Promise<Sealed>
}

/**
 * Envelope encryption: each secret under a random data key of its own, each data key under a master key. Both are
 * bound to organization, key, version, provider and destination, so that neither a row copied elsewhere nor an
 * edited address opens. Failures never carry the platform's exceptions.
 */
export function createVault(
  ring: KeyRing,
  wrapper: KeyWrapper = createLocalKeyWrapper(ring),
): RewrappingVault {
  return {
    async seal(secret, context) {
      const dataKey = randomBytes(keyBytes)
      const payload = Buffer.from(printTokenPayload(secret.reveal()))
      try {
        const { iv, ciphertext, tag } = encrypt(dataKey, payload, bindTo(context, 'secret'))
        return printSealed(await wrapper.wrap(dataKey, bindTo(context, 'data-key')), [iv, ciphertext, tag])
      } finally {
        dataKey.fill(0)
        payload.fill(0)
      }
    },

    open: (sealed, context) =>
      withDataKey(wrapper, sealed, context, async (dataKey, [iv, ciphertext, tag]) => {
        const payload = decrypt(dataKey, { iv, ciphertext, tag }, bindTo(context, 'secret'))
        try {
          return new Secret(parseTokenPayload(payload.toString()))
        } finally {
          payload.fill(0)
        }
      }),

    rewrap: (sealed, context) =>
      withDataKey(wrapper, sealed, context, async (dataKey, parts) =>
        printSealed(await wrapper.wrap(dataKey, bindTo(context, 'data-key')), parts),
      ),

    fingerprint: (secret, organizationId) => ({
      fingerprint: fingerprintOf(ring, secret.reveal(), organizationId),
      fingerprintKeyId: ring.fingerprintKey.id,
    }),
  }
}

type Body = [iv: Buffer, ciphertext: Buffer, tag: Buffer]

/** Lends the data key of a sealed text and erases it afterwards; every failure but a temporary one is one error. */
async function withDataKey<T>(
  wrapper: KeyWrapper,
  sealed: string,
  context: SealContext,
  work: (dataKey: Buffer, body: Body) => Promise<T>,
): Promise<T> {
  let dataKey: Buffer | undefined
  try {
    const read = parseParts(sealed, 4)
    if (read === null) throw unreadable()
    const [wrapped, ...body] = read.parts as [Buffer, ...Body]
    dataKey = await wrapper.unwrap({ masterKeyId: read.masterKeyId, wrapped }, bindTo(context, 'data-key'))
    return await work(dataKey, body)
  } catch (error) {
    throw error instanceof AppError ? error : unreadable()
  } finally {
    dataKey?.fill(0)
  }
}

const unreadable = () => new AppError('SECRET_UNREADABLE', 'This secret cannot be decrypted. Replace it.')

const printSealed = ({ masterKeyId, wrapped }: WrappedKey, body: Body): Sealed => ({
  sealed: printParts(masterKeyId, [wrapped, ...body]),
  masterKeyId,
})

const bindTo = (context: SealContext, purpose: 'secret' | 'data-key'): Buffer => {
  const { organizationId, providerKeyId, versionId, provider, destination } = context
  const bound = ['latchkey/seal/v1', purpose, organizationId, providerKeyId, versionId, provider, destination]
  return Buffer.from(canonicalJson(bound))
}

/** The organization is mixed in, so that equal secrets of two organizations cannot be matched. */
const fingerprintOf = ({ fingerprintKey }: KeyRing, token: TokenFields, organizationId: string): string =>
  createHmac('sha256', fingerprintKey.key.reveal())
    .update(canonicalJson(['latchkey/fingerprint/v1', organizationId, token]))
    .digest('hex')
