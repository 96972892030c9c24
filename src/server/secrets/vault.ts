import type { Secret } from '@/core/secret'
import type { TokenFields } from '@/providers/provider'

/** What a seal is bound to: a sealed text opens only where all of these are the same. */
export interface SealContext {
  organizationId: string
  providerKeyId: string
  versionId: string
  provider: string
  destination: string
}

export interface Sealed {
  /** `v1.<masterKeyId>.…` */
  sealed: string
  masterKeyId: string
}

export interface Fingerprint {
  fingerprint: string
  fingerprintKeyId: string
}

export interface Vault {
  seal(secret: Secret<TokenFields>, context: SealContext): Promise<Sealed>
  /** Throws AppError SECRET_UNREADABLE when the text was altered, moved, or sealed under a missing master key. */
  open(sealed: string, context: SealContext): Promise<Secret<TokenFields>>
  /** Keyed hash to recognise the same secret again, within one organization. */
  fingerprint(secret: Secret<TokenFields>, organizationId: string): Fingerprint
}
