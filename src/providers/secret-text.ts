import { z } from 'zod'
import { ownerOfShape } from './key-owner'
import { cleanSecret, refusalOf } from './paste'
import type { CleanText, Removal } from './paste'

interface SecretTextOptions {
  /** Id and name of the provider that the secret is for; keys of others are refused with an offer to switch. */
  of: { id: string; name: string }
  /** What to ask for when nothing was typed. */
  missing?: string
}

/**
 * One pasted secret of a provider: cleaned, and refused where it cannot be that provider's. The issue carries
 * `params.suggest` with the id of the provider that the text belongs to, when that is another one.
 */
export const secretText = ({ of, missing = `Paste the ${of.name} key` }: SecretTextOptions) =>
  z.string(missing).transform((text, context): CleanText => {
    const cleaned = cleanSecret(text)
    const refuse = (message: string, suggest?: string | null) => {
      context.addIssue({ code: 'custom', message, input: undefined, ...(suggest && { params: { suggest } }) })
      return z.NEVER
    }
    if (cleaned.value === '') return refuse(missing)
    const owner = ownerOfShape(cleaned.value)
    if (owner?.refusal) return refuse(owner.refusal)
    if (owner && owner.provider !== of.id)
      return refuse(foreign(owner.name, owner.provider, of.name), owner.provider)
    const refusal = refusalOf(cleaned.value)
    return refusal === null ? cleaned : refuse(refusal)
  })

const foreign = (name: string, isKnown: string | null, wanted: string) =>
  `This looks like a key of ${name}, not of ${wanted}. ${isKnown ? `Switch to ${name}` : 'Add it as a custom provider'}, or paste another key`

/** A secret of any shape, also none: only what no header can carry is refused. */
export const anySecretText = z.string().transform((text, context): CleanText => {
  const cleaned = cleanSecret(text)
  const refusal = refusalOf(cleaned.value, { anyShape: true })
  if (refusal !== null) context.addIssue({ code: 'custom', message: refusal, input: undefined })
  return cleaned
})

/** What was taken away from a field, for the credential's `removed`. */
export const removalsOf = (field: string, cleaned: CleanText | undefined): Removal[] =>
  (cleaned?.removed ?? []).map((what) => ({ field, what }))
