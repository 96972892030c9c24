import type { Database } from '../db/database'
import { checkValueName } from './check-value'
import type { Fingerprint, SealContext, Sealed } from './vault'

export interface SealedRow {
  id: string
  sealed: string
  organizationId: string
  fingerprintKeyId: string
  context: SealContext
}

/** Every place where secrets lie sealed. A new `sealed` column of the schema belongs here, or rotation would miss it. */
export interface SealedColumn {
  /** Model and column, as in the schema. */
  name: string
  /** Rows that are not yet under these keys, by id from after `afterId`. */
  listOutdated(db: Database, keys: CurrentKeys, afterId: string, limit: number): Promise<SealedRow[]>
  /** Changes nothing, and says so, when the row was sealed anew or destroyed meanwhile. */
  replace(db: Database, row: SealedRow, next: Sealed & Partial<Fingerprint>): Promise<boolean>
  countUnder(db: Database, masterKeyId: string): Promise<number>
}

interface CurrentKeys {
  masterKeyId: string
  fingerprintKeyId: string
}

const providerKeyVersions: SealedColumn = {
  name: 'ProviderKeyVersion.sealed',

  async listOutdated({ prisma }, { masterKeyId, fingerprintKeyId }, afterId, limit) {
    const rows = await prisma.providerKeyVersion.findMany({
      where: {
        id: { gt: afterId },
        sealed: { not: null },
        OR: [
          { NOT: { sealed: { startsWith: under(masterKeyId) } } },
          { fingerprintKeyId: { not: fingerprintKeyId } },
        ],
      },
      select: {
        id: true,
        organizationId: true,
        providerKeyId: true,
        sealed: true,
        destination: true,
        fingerprintKeyId: true,
        providerKey: { select: { provider: true } },
      },
      orderBy: { id: 'asc' },
      take: limit,
    })
    return rows.map(({ id, organizationId, providerKeyId, sealed, destination, providerKey, ...row }) => ({
      id,
      organizationId,
      sealed: sealed ?? '',
      fingerprintKeyId: row.fingerprintKeyId,
      context: { organizationId, providerKeyId, versionId: id, provider: providerKey.provider, destination },
    }))
  },

  async replace({ prisma }, { id, sealed }, next) {
    const { count } = await prisma.providerKeyVersion.updateMany({ where: { id, sealed }, data: next })
    return count === 1
  },

  countUnder: ({ prisma }, masterKeyId) =>
    prisma.providerKeyVersion.count({ where: { sealed: { startsWith: under(masterKeyId) } } }),
}

export const sealedColumns: readonly SealedColumn[] = [providerKeyVersions]

const under = (masterKeyId: string): string => `v1.${masterKeyId}.`

/** Whether the database holds anything that only a key ring opens. */
export async function hasSealedRows({ prisma }: Database): Promise<boolean> {
  return (
    (await prisma.providerKeyVersion.findFirst({
      where: { sealed: { not: null } },
      select: { id: true },
    })) !== null
  )
}

export async function findCheckValue({ prisma }: Database): Promise<string | null> {
  return (await prisma.systemFact.findUnique({ where: { name: checkValueName } }))?.value ?? null
}

export async function saveCheckValue({ prisma }: Database, value: string): Promise<void> {
  const name = checkValueName
  await prisma.systemFact.upsert({ where: { name }, create: { name, value }, update: { value } })
}
