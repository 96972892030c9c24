import { z } from 'zod'
import { Secret } from '@/core/secret'
import { baseUrlText } from './base-url'
import { customHeaders } from './custom-headers'
import { optionFields, optionText } from './option-fields'
import type { Credential, CredentialInput } from './provider'
import { anySecretText, removalsOf } from './secret-text'

/** A key, extra headers, both or neither: endpoints inside a network often ask for none. */
export type CustomCredential = Credential<{ key?: string; headers?: Record<string, string> }>

export const customOptions = optionFields({
  model: optionText(/^[\x21-\x7E]{1,200}$/, 'A model id has no spaces and at most 200 signs'),
})

const tokenParts = z
  .strictObject(
    { key: anySecretText.optional(), headers: customHeaders.optional() },
    'Give a key, extra headers, or neither',
  )
  .superRefine(({ key, headers }, context) => {
    if (key?.value && headers?.authorization)
      context.addIssue({
        code: 'custom',
        path: ['headers'],
        message: 'The key already makes the Authorization header; give one of them',
      })
  })

const token = z
  .union([z.string(), z.record(z.string(), z.unknown())], 'Give a key, extra headers, or neither')
  .optional()
  .transform((typed = {}) => (typeof typed === 'string' ? { key: typed } : typed))
  .pipe(tokenParts)

/** Parses a custom credential. A bare token is the key; its issues stand at `token.key`. */
export const customCredentials: z.ZodType<CustomCredential, CredentialInput> = z
  .object({ token, baseUrl: baseUrlText, options: customOptions.optional() })
  .transform(({ token: { key, headers }, baseUrl, options = {} }) => ({
    secret: new Secret({
      ...(key?.value && { key: key.value }),
      ...(headers && Object.keys(headers).length > 0 && { headers }),
    }),
    options,
    baseUrl: baseUrl.value,
    removed: [...removalsOf('token.key', key), ...removalsOf('baseUrl', baseUrl)],
  }))
