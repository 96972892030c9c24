import { z } from 'zod'
import { providerIds } from '@/providers/registry'
import { outcomes, reasons, stageNames } from '@/providers/verdict'
import { readCustomName } from './custom-name'
import { environments, maxBulkIds, settableStatuses } from './provider-key'
import { credentialFields, readCredential } from './read-credential'

const id = z.string().min(1).max(64)
const revision = z.int().min(1)
const label = z.string().trim().min(1, 'Give the key a label').max(80, 'At most 80 characters')

const draftFields = { organizationId: id, provider: z.enum(providerIds), ...credentialFields }

/** A credential to try without storing it. */
export const testDraftInput = z.strictObject(draftFields).transform((input, context) => ({
  organizationId: input.organizationId,
  provider: input.provider,
  credential: readCredential(input, context),
}))

/** A key to test, seal and store. `name` is required for custom providers and refused for others. */
export const createInput = z
  .strictObject({
    ...draftFields,
    name: z.string().max(64).optional(),
    label: label.optional(),
    environment: z.enum(environments).default('development'),
    ifUncertain: z.enum(['reject', 'saveInactive']).default('reject'),
  })
  .transform((input, context) => ({
    organizationId: input.organizationId,
    provider: input.provider,
    name: readCustomName(input, context),
    label: input.label,
    environment: input.environment,
    ifUncertain: input.ifUncertain,
    credential: readCredential(input, context),
  }))

/** Changes of what is shown. Never a secret, never a destination: those go through `replaceSecret`. */
export const updateInput = z
  .strictObject({
    organizationId: id,
    id,
    revision,
    label: label.optional(),
    environment: z.enum(environments).optional(),
    options: z.record(z.string().max(64), z.unknown()).optional(),
    expiresAt: z.iso.datetime().nullable().optional(),
  })
  .refine(
    ({ organizationId, id, revision, ...changes }) =>
      Object.values(changes).some((value) => value !== undefined),
    'Nothing to change',
  )

export const updateStatusInput = z.strictObject({
  organizationId: id,
  id,
  revision: revision.optional(),
  status: z.enum(settableStatuses),
})

/** A new secret, and with it perhaps a new destination. */
export const replaceSecretInput = z
  .strictObject({
    ...draftFields,
    id,
    revision,
    ifUncertain: z.enum(['reject', 'saveInactive']).default('reject'),
  })
  .transform((input, context) => ({
    organizationId: input.organizationId,
    id: input.id,
    revision: input.revision,
    provider: input.provider,
    ifUncertain: input.ifUncertain,
    credential: readCredential(input, context),
  }))

export const oneKeyInput = z.strictObject({ organizationId: id, id })
export const deleteInput = z.strictObject({ organizationId: id, id, revision: revision.optional() })
const manyIds = z.array(id).min(1).max(maxBulkIds)
export const updateStatusManyInput = z.strictObject({
  organizationId: id,
  ids: manyIds,
  status: z.enum(settableStatuses),
})
export const deleteManyInput = z.strictObject({ organizationId: id, ids: manyIds })

export const sortKeys = [
  'label',
  'provider',
  'environment',
  'verdict',
  'lastCheckAt',
  'secretReplacedAt',
  'createdAt',
] as const

/** Filters, order and page. `organizationId` absent: all of mine. `attention`: settled verdict neither valid nor untested. */
export const listInput = z
  .strictObject({
    organizationId: id.optional(),
    search: z.string().trim().max(100).optional(),
    providers: z.array(z.enum(providerIds)).max(20).optional(),
    environments: z.array(z.enum(environments)).max(3).optional(),
    statuses: z.array(z.enum(settableStatuses)).max(2).optional(),
    verdicts: z.array(z.enum(outcomes)).max(6).optional(),
    attention: z.boolean().optional(),
    sort: z.enum(sortKeys).default('createdAt'),
    direction: z.enum(['asc', 'desc']).default('desc'),
    cursor: z.string().max(512).optional(),
    limit: z.int().min(1).max(100).default(50),
  })
  .default({ sort: 'createdAt', direction: 'desc', limit: 50 })

const facts = z.record(z.string(), z.union([z.string(), z.number()]))
const findingView = z.object({
  outcome: z.enum(outcomes),
  reason: z.enum(reasons),
  params: facts,
  usable: z.boolean(),
})

export const verdictView = findingView.extend({
  httpStatus: z.int().nullable(),
  requestId: z.string().nullable(),
  latencyMs: z.number(),
  checkedAt: z.string(),
  stages: z.array(
    z.object({
      name: z.enum(stageNames),
      state: z.enum(['passed', 'warned', 'failed', 'unknown', 'skipped']),
      latencyMs: z.number().nullable(),
    }),
  ),
})

/** A key as everybody may see it. There is no field for a secret. */
const providerKeyView = z.object({
  id: z.string(),
  provider: z.enum(providerIds),
  name: z.string().nullable(),
  label: z.string(),
  environment: z.enum(environments),
  baseUrl: z.string().nullable(),
  options: z.record(z.string(), z.string()).nullable(),
  maskedToken: z.string(),
  status: z.enum(['active', 'inactive', 'deleted']),
  organizationId: z.string(),
  revision: z.int(),
  /** Settled verdict, and since when; null times: never checked. */
  verdict: findingView.extend({ since: z.string().nullable() }),
  /** The newest check; null before the first. */
  lastCheck: verdictView.nullable(),
  /** Set while a rejection waits for confirmation. */
  confirmAt: z.string().nullable(),
  secretReplacedAt: z.string(),
  expiresAt: z.string().nullable(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type ProviderKeyView = z.infer<typeof providerKeyView>

export const listView = z.object({
  items: z.array(providerKeyView),
  nextCursor: z.string().nullable(),
  /** Rows that match the filters; 10,001 stands for "10,000+". */
  total: z.int(),
  /** Of the whole organization, whatever the filters: for the sentence under the title. */
  counts: z.object({ all: z.int(), invalid: z.int(), attention: z.int() }),
})

const removalView = z.object({ field: z.string(), what: z.string() })
const duplicateView = z.array(z.object({ id: z.string(), label: z.string() }))

export const draftView = z.object({ verdict: verdictView, removed: z.array(removalView) })
/** `verdict` is null for a custom key, which is not tested before saving. */
export const createdView = z.object({
  providerKey: providerKeyView,
  verdict: verdictView.nullable(),
  removed: z.array(removalView),
  duplicateOf: duplicateView,
})
export const changedView = z.object({ providerKey: providerKeyView })
export const testedView = z.object({ providerKey: providerKeyView, verdict: verdictView })
export const deletedView = z.object({ id: z.string() })
export const manyView = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      ok: z.boolean(),
      code: z.string().nullable(),
      message: z.string().nullable(),
    }),
  ),
})

export const detailView = z.object({
  providerKey: providerKeyView,
  models: z.object({
    discovered: z.array(z.string()),
    declared: z.array(z.string()),
    allowed: z.array(z.string()),
  }),
  /** Newest first, at most 50. */
  checks: z.array(
    findingView.extend({
      id: z.string(),
      httpStatus: z.int().nullable(),
      latencyMs: z.number(),
      checkedAt: z.string(),
    }),
  ),
  /** Newest first, at most 20; null without the permission to read the audit log. */
  audit: z
    .array(
      z.object({
        id: z.string(),
        event: z.string(),
        actorName: z.string(),
        outcome: z.string(),
        at: z.string(),
        details: z.record(z.string(), z.unknown()),
      }),
    )
    .nullable(),
})
