import { z } from 'zod'
import type { HttpResponse } from '@/core/http'
import { Secret } from '@/core/secret'
import { baseUrlText } from './base-url'
import type { ErrorRule } from './error-rules'
import { maskSecret } from './mask'
import { readModelIds } from './model-list'
import { nextOpenAiCheck } from './openai-check'
import type { CheckPlan } from './openai-check'
import { readOpenAiError, withHeaders } from './openai-wire'
import { absent, optionFields } from './option-fields'
import type { Credential, CredentialInput, Field, Provider } from './provider'
import { removalsOf, secretText } from './secret-text'

/** A credential that is one key. */
export type KeyCredential = Credential<{ key: string }>

type Facts = 'id' | 'name' | 'mark' | 'docsUrl' | 'keysUrl' | 'revokeUrl' | 'statusUrl' | 'priceId'

/** What sets one provider of the OpenAI kind apart from the others: data. */
export interface OpenAiCompatible extends Pick<Provider, Facts> {
  /** The address that `/models` and `/chat/completions` are under. */
  apiUrl: string
  /** What a key looks like, and the part of it that is no secret. */
  keyPlaceholder: string
  keyHint?: string
  publicPrefix?: RegExp
  options?: Record<string, z.ZodType<string | undefined>>
  fields?: readonly Field[]
  /** Headers that options add to every request, by option. */
  optionHeaders?: Record<string, string>
  /** Set where calls may go to another address: a regional host or a proxy. */
  otherAddress?: Pick<Field, 'placeholder' | 'hint'>
  /** Lines of the error table before those that all share. */
  errors?: readonly ErrorRule[]
  check?: Pick<CheckPlan, 'proof' | 'listPath' | 'probe'>
}

/** The form's first field for a credential that is one key. */
export const keyField = (placeholder: string, hint?: string): Field => ({
  path: 'token',
  label: 'Secret',
  secret: true,
  required: true,
  kind: 'password',
  placeholder,
  ...(hint && { hint }),
})

/** Parses a credential that is one key, with options and, where `otherAddress`, a base address. */
export function keyCredentials(
  of: { id: string; name: string },
  options: Record<string, z.ZodType<string | undefined>>,
  otherAddress: boolean,
): z.ZodType<KeyCredential, CredentialInput> {
  const noAddress = absent(`${of.name} has one fixed address; add a custom provider to use another`)
  const input = z.object({
    token: secretText({ of }),
    baseUrl: otherAddress
      ? z
          .literal('')
          .transform(() => undefined)
          .or(baseUrlText)
          .optional()
      : noAddress,
    options: optionFields(options).optional(),
  })
  return input.transform(({ token, baseUrl, options = {} }) => ({
    secret: new Secret({ key: token.value }),
    options,
    baseUrl: baseUrl?.value ?? null,
    removed: [...removalsOf('token', token), ...removalsOf('baseUrl', baseUrl)],
  }))
}

/** Makes a provider that speaks as OpenAI does: bearer key, `/models`, `/chat/completions`. */
export function openAiCompatible(spec: OpenAiCompatible): Provider<KeyCredential> {
  const {
    apiUrl,
    keyPlaceholder,
    keyHint,
    publicPrefix,
    options = {},
    fields = [],
    optionHeaders = {},
    otherAddress,
    errors = [],
    check,
    ...facts
  } = spec
  const destination = ({ baseUrl }: KeyCredential) => baseUrl ?? apiUrl
  const readOwnError = (response: HttpResponse) => readOpenAiError(response, errors)
  return {
    ...facts,
    testedBeforeSaving: true,
    fields: [
      keyField(keyPlaceholder, keyHint),
      ...fields,
      ...(otherAddress ? [addressField(otherAddress)] : []),
    ],
    credentials: keyCredentials(facts, options, otherAddress !== undefined),
    options: optionFields(options),
    mask: ({ secret }) => maskSecret(secret.reveal().key, publicPrefix),
    destination,
    authorize: (request, { secret, options }) =>
      withHeaders(request, {
        ...Object.fromEntries(
          Object.entries(optionHeaders).map(([option, header]) => [header, options[option]]),
        ),
        authorization: `Bearer ${secret.reveal().key}`,
      }),
    nextCheck: (credential, exchanges) =>
      nextOpenAiCheck({ ...check, apiUrl: destination(credential), readError: readOwnError }, exchanges),
    readError: readOwnError,
    models: (response) => readModelIds(response) ?? [],
  }
}

const addressField = (texts: Pick<Field, 'placeholder' | 'hint'>): Field => ({
  path: 'baseUrl',
  label: 'Base address',
  secret: false,
  required: false,
  kind: 'text',
  advanced: true,
  ...texts,
})
