import type { z } from 'zod'
import type { Removal } from '@/providers/paste'
import type { Field, Provider } from '@/providers/provider'
import { providers, type ProviderId } from '@/providers/registry'
import type { Verdict } from '@/providers/verdict'
import type { Environment } from '../provider-key'
import { admitVerdict } from '../admit-verdict'
import { createInput, replaceSecretInput, testDraftInput } from '../schema'
import { credentialValues, errorsByField, type FieldErrors, type FieldValues } from './field-values'

export type CreateRequest = z.input<typeof createInput>
export type ReplaceRequest = z.input<typeof replaceSecretInput>
export type DraftRequest = z.input<typeof testDraftInput>

/** What the person may do after a test: save, save without being sure, or nothing but edit. */
export type Permitted = 'save' | 'saveInactive' | 'edit'

export function permittedAfter(verdict: Verdict, provider: Provider): Permitted {
  const admission = admitVerdict(verdict, { trusted: !provider.testedBeforeSaving, ifUncertain: 'reject' })
  if (admission.stored) return 'save'
  return admission.code === 'KEY_REJECTED' ? 'edit' : 'saveInactive'
}

export interface Typed {
  providerId: ProviderId
  fields: readonly Field[]
  values: FieldValues
}

const draftOf = ({ providerId, fields, values }: Typed, organizationId: string) => {
  const { name, ...credential } = credentialValues(fields, values)
  return { draft: { organizationId, provider: providerId, ...credential } satisfies DraftRequest, name }
}

/** A form that can be sent, or what is wrong with it, by field. */
export type Checked<Request> =
  | { ok: true; request: Request; host: string; removed: readonly Removal[] }
  | { ok: false; errors: FieldErrors; suggest: ProviderId | null }

interface Parsed {
  provider: ProviderId
  credential: Parameters<Provider['destination']>[0]
}

function check<Request>(
  schema: z.ZodType<Parsed>,
  request: Request,
  places: readonly string[],
): Checked<Request> {
  const parsed = schema.safeParse(request)
  if (parsed.success)
    return { ok: true, request, host: hostOf(parsed.data), removed: parsed.data.credential.removed }
  const { issues } = parsed.error
  return { ok: false, errors: errorsByField(issues, places), suggest: suggestionIn(issues) }
}

function suggestionIn(issues: readonly z.core.$ZodIssue[]): ProviderId | null {
  const found = issues.map((issue) => (issue.code === 'custom' ? issue.params?.suggest : undefined))
  return found.find(isProviderId) ?? null
}

export const isProviderId = (id: unknown): id is ProviderId =>
  typeof id === 'string' && Object.hasOwn(providers, id)

function hostOf({ provider, credential }: Parsed): string {
  const known: Provider = providers[provider]
  const address = known.destination(credential)
  return URL.canParse(address) ? new URL(address).host : known.name
}

const placesOf = (typed: Typed) => typed.fields.map(({ path }) => path as string)

/** What Test sends. The same schema decides as on the server. */
export function checkDraft(typed: Typed, organizationId: string): Checked<DraftRequest> {
  return check(testDraftInput, draftOf(typed, organizationId).draft, placesOf(typed))
}

export interface Naming {
  label: string
  environment: Environment
}

/** What Save sends for a new key. */
export function checkCreate(
  typed: Typed,
  organizationId: string,
  { label, environment }: Naming,
): Checked<CreateRequest> {
  const { draft, name } = draftOf(typed, organizationId)
  const request = {
    ...draft,
    environment,
    ...(name !== undefined && { name }),
    ...(label.trim() && { label: label.trim() }),
  }
  return check(createInput, request, [...placesOf(typed), 'label', 'environment'])
}

/** What Save sends for a new secret of a stored key. */
export function checkReplace(
  typed: Typed,
  key: { organizationId: string; id: string; revision: number },
): Checked<ReplaceRequest> {
  const { draft } = draftOf(typed, key.organizationId)
  return check(replaceSecretInput, { ...draft, id: key.id, revision: key.revision }, placesOf(typed))
}
