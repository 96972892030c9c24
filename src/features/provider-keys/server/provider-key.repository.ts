import type { Prisma } from '@/generated/prisma/client'
import type { Tenant } from '@/server/db/database'

/** All that a view of a key needs; nothing sealed. */
export const providerKeySelect = {
  id: true,
  organizationId: true,
  provider: true,
  name: true,
  label: true,
  environment: true,
  baseUrl: true,
  options: true,
  status: true,
  revision: true,
  maskedToken: true,
  verdict: true,
  verdictReason: true,
  verdictParams: true,
  usable: true,
  verdictAt: true,
  lastCheck: true,
  lastCheckReason: true,
  lastCheckParams: true,
  lastCheckUsable: true,
  lastCheckHttpStatus: true,
  lastCheckRequestId: true,
  lastCheckLatencyMs: true,
  lastCheckAt: true,
  lastCheckStages: true,
  rejections: true,
  confirmAt: true,
  secretReplacedAt: true,
  expiresAt: true,
  createdBy: { select: { id: true, name: true } },
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.ProviderKeySelect

export type ProviderKeyRow = Prisma.ProviderKeyGetPayload<{ select: typeof providerKeySelect }>
export type ProviderKeyData = Omit<
  Prisma.ProviderKeyUncheckedCreateInput,
  'organizationId' | 'versions' | 'checks'
>
export type ProviderKeyChange = Omit<
  Prisma.ProviderKeyUncheckedUpdateManyInput,
  'id' | 'organizationId' | 'provider' | 'revision'
>

/** A living key of this organization. */
export const findProviderKey = ({ tx, organizationId }: Tenant, id: string): Promise<ProviderKeyRow | null> =>
  tx.providerKey.findFirst({ where: { organizationId, id, deletedAt: null }, select: providerKeySelect })

export const findModels = ({ tx, organizationId }: Tenant, id: string) =>
  tx.providerKey.findFirst({
    where: { organizationId, id },
    select: { modelsDiscovered: true, modelsDeclared: true, modelsAllowed: true },
  })

export const insertProviderKey = (
  { tx, organizationId }: Tenant,
  data: ProviderKeyData,
): Promise<ProviderKeyRow> =>
  tx.providerKey.create({ data: { ...data, organizationId }, select: providerKeySelect })

/**
 * Changes a living key if it still has the revision that the caller saw (or whatever one, when none is given), and
 * counts the revision up. Null: another revision, deleted, or never there.
 */
export async function changeProviderKey(
  tenant: Tenant,
  { id, revision }: { id: string; revision: number | undefined },
  change: ProviderKeyChange,
): Promise<ProviderKeyRow | null> {
  const { tx, organizationId } = tenant
  const { count } = await tx.providerKey.updateMany({
    where: { organizationId, id, deletedAt: null, revision },
    data: { ...change, revision: { increment: 1 } },
  })
  return count === 0 ? null : findProviderKey(tenant, id)
}

/** Marks living keys as deleted: out of use and of every list, and their names free. */
export async function markDeleted(
  { tx, organizationId }: Tenant,
  ids: readonly string[],
  { at, byId, purgeAfter }: { at: Date; byId: string; purgeAfter: Date },
): Promise<void> {
  await tx.providerKey.updateMany({
    where: { organizationId, id: { in: [...ids] }, deletedAt: null },
    data: {
      status: 'deleted',
      deletedAt: at,
      deletedById: byId,
      updatedAt: at,
      purgeAfter,
      confirmAt: null,
      rejections: 0,
      revision: { increment: 1 },
    },
  })
}

/** Holds living keys until the transaction ends, always in the same order, so that two bulk calls cannot block each other. */
export async function lockProviderKeys(
  { tx, organizationId }: Tenant,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "ProviderKey"
    WHERE "organizationId" = ${organizationId} AND "id" = ANY(${[...ids]}) AND "deletedAt" IS NULL
    ORDER BY "id" FOR UPDATE`
  return rows.map(({ id }) => id)
}

export const listProviderKeysById = (
  { tx, organizationId }: Tenant,
  ids: readonly string[],
): Promise<ProviderKeyRow[]> =>
  tx.providerKey.findMany({
    where: { organizationId, id: { in: [...ids] }, deletedAt: null },
    select: providerKeySelect,
  })

export async function setStatusOfMany(
  { tx, organizationId }: Tenant,
  ids: readonly string[],
  { status, at }: { status: string; at: Date },
): Promise<void> {
  await tx.providerKey.updateMany({
    where: { organizationId, id: { in: [...ids] }, deletedAt: null },
    data: { status, updatedAt: at, revision: { increment: 1 } },
  })
}
