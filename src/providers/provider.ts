import type { z } from 'zod'
import type { HttpExchange, HttpRequest, HttpResponse } from '@/core/http'
import type { Secret } from '@/core/secret'
import type { Removal } from './paste'
import type { Finding, ProviderError } from './verdict'

/** All secret fields of a credential together, as sealed: plain JSON. */
export type TokenFields = { [field: string]: string | Record<string, string> | undefined }
/** What may be shown: region, project, resource. */
export type Options = { [option: string]: string | undefined }

/** A provider key's content, parsed and clean. */
export interface Credential<T extends TokenFields = TokenFields, O extends Options = Options> {
  secret: Secret<T>
  options: O
  /** Only where the person chooses the address; canonical, without a trailing slash. */
  baseUrl: string | null
  /** What paste hygiene took away from the secret fields. Empty for a stored credential. */
  removed: readonly Removal[]
}

/** As it arrives from a form or the API. */
export interface CredentialInput {
  token?: string | Record<string, unknown>
  baseUrl?: string
  options?: Record<string, unknown>
}

/** One input of the form; `path` is also the `field` of an error about it. */
export interface Field {
  path: 'token' | 'baseUrl' | 'name' | `token.${string}` | `options.${string}`
  label: string
  /** Secret fields are sealed together and shown only as a mask. */
  secret: boolean
  required: boolean
  /** `headers`: lines of `Name: value`, sent as an object. */
  kind: 'text' | 'password' | 'multiline' | 'select' | 'headers'
  placeholder?: string
  hint?: string
  /** Suggested values: the only ones for `select`, a list to choose from for `text`. */
  choices?: readonly { value: string; label: string }[]
  /** Shown only for this variant; absent: always. */
  variant?: string
  /** Needed by few: a form may fold it away. */
  advanced?: boolean
}

/** One request of a check, named. */
export interface CheckStep {
  step: string
  request: HttpRequest
  /** Sent with this credential instead: the negative control. */
  as?: Credential
}

/** The end of a check; `models` are the ids that the provider listed, absent when it listed none. */
export type CheckEnd = Finding & { models?: string[] }

/**
 * A provider: data plus pure functions, usable in the browser. One file, one line in the registry, one table of
 * fake answers. Methods are given in the order in which a credential meets them.
 */
export interface Provider<C extends Credential = Credential> {
  id: string
  name: string
  /** Name of the mark in `@lobehub/icons-static-svg`, or of a lucide icon for `custom`. */
  mark: string
  docsUrl: string
  /** Where a person makes a key. */
  keysUrl: string
  /** Where a person revokes one. */
  revokeUrl: string
  statusUrl: string
  /** The provider's id in the price list, or null. */
  priceId: string | null
  /** False: tested on demand only, and never blocked by a test. */
  testedBeforeSaving: boolean
  /** Kinds of credential to choose between; the first is the default. */
  variants?: readonly { id: string; label: string }[]
  fields: readonly Field[]
  /** Parses and cleans what was typed. Errors name a field and never quote the input. */
  credentials: z.ZodType<C, CredentialInput>
  /** Parses options alone, strictly: for an edit that does not touch the secret. */
  options: z.ZodType<C['options'], Record<string, unknown>>
  /** Public prefix, ellipsis, last four; see `mask.ts`. */
  mask(credential: C): string
  /** Canonical base address of the calls; also bound into the seal, so that an edited one does not open. */
  destination(credential: C): string
  /** The request that exchanges the secret for an access token, where the credential needs one. */
  tokenRequest?(credential: C, now: Date): Promise<HttpRequest> | null
  /** Puts the credential on a request. The one place where a secret enters a request. */
  authorize(request: HttpRequest, credential: C, accessToken?: string): HttpRequest | Promise<HttpRequest>
  /** The next request of a check, or its end, given what has been sent so far (a token exchange comes first, as step `token`). */
  nextCheck(credential: C, exchanges: readonly HttpExchange[]): CheckStep | CheckEnd
  /** Understands an error answer, of a check or of traffic. */
  readError(response: HttpResponse, credential: C): ProviderError
  /** Model ids in a list answer; empty when the body is not a list. */
  models(response: HttpResponse): string[]
}
