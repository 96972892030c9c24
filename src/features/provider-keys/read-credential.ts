import { z } from 'zod'
import type { Credential } from '@/providers/provider'
import { providers } from '@/providers/registry'
import type { ProviderId } from '@/providers/registry'

const token = z.union([z.string().max(16_384), z.record(z.string().max(64), z.unknown())]).optional()

/** A credential as it is typed: the same fields for every provider. */
export const credentialFields = {
  token,
  baseUrl: z.string().max(2048).optional(),
  options: z.record(z.string().max(64), z.unknown()).optional(),
}

/** Parses the credential with its provider's own schema; its issues keep their field. */
export function readCredential(
  input: { provider: ProviderId } & z.input<z.ZodObject<typeof credentialFields>>,
  context: z.RefinementCtx,
): Credential {
  const { token, baseUrl, options } = input
  const parsed = providers[input.provider].credentials.safeParse({ token, baseUrl, options })
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues)
    context.addIssue({
      code: 'custom',
      path: [...issue.path],
      // The library's own message quotes the keys, and a secret may have been pasted as one.
      message: issue.code === 'unrecognized_keys' ? 'There is no such field here' : issue.message,
      params: issue.code === 'custom' ? issue.params : undefined,
    })
  return z.NEVER
}
