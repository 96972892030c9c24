import type { Prisma } from '@/generated/prisma/client'
import type { Tenant } from '@/server/db/database'

/** The one place that reads sealed material. */
const versionSelect = {
  id: true,
  number: true,
  sealed: true,
  destination: true,
} satisfies Prisma.ProviderKeyVersionSelect

export type ProviderKeyVersionRow = Prisma.ProviderKeyVersionGetPayload<{ select: typeof versionSelect }>
export type ProviderKeyVersionData = Omit<
  Prisma.ProviderKeyVersionUncheckedCreateInput,
  'organizationId' | 'state'
>

export const findActiveVersion = (
  { tx, organizationId }: Tenant,
  providerKeyId: string,
): Promise<ProviderKeyVersionRow | null> =>
  tx.providerKeyVersion.findFirst({
    where: { organizationId, providerKeyId, state: 'active' },
    select: versionSelect,
  })

export async function insertActiveVersion(
  { tx, organizationId }: Tenant,
  data: ProviderKeyVersionData,
): Promise<void> {
  await tx.providerKeyVersion.create({
    data: { ...data, organizationId, state: 'active' },
    select: { id: true },
  })
}

/** Destroys the active secret of a key. Only its mask and keyed hash stay. */
export async function destroyActiveVersion(
  { tx, organizationId }: Tenant,
  providerKeyId: string,
  at: Date,
): Promise<void> {
  await tx.providerKeyVersion.updateMany({
    where: { organizationId, providerKeyId, state: 'active' },
    data: { state: 'destroyed', sealed: null, masterKeyId: null, destroyedAt: at },
  })
}

/** Other living keys of the organization that hold the same secret now. */
export const listKeysWithFingerprint = (
  { tx, organizationId }: Tenant,
  { fingerprint, fingerprintKeyId }: { fingerprint: string; fingerprintKeyId: string },
  exceptKeyId: string,
): Promise<{ id: string; label: string }[]> =>
  tx.providerKey.findMany({
    where: {
      organizationId,
      deletedAt: null,
      id: { not: exceptKeyId },
      versions: { some: { organizationId, fingerprint, fingerprintKeyId, state: 'active' } },
    },
    orderBy: { id: 'asc' },
    take: 20,
    select: { id: true, label: true },
  })
