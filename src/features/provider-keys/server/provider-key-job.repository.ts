import type { Tenant } from '@/server/db/database'

type Tx = Tenant['tx']

export interface DueKey {
  id: string
  organizationId: string
  /** When the confirmation was due, before it was claimed. */
  dueAt: Date
}

/**
 * Takes keys whose confirmation is due, in one statement: two processes never take the same one, and one that dies
 * with its work undone gives it back after the lease.
 */
export const claimDueKeys = (tx: Tx, now: Date, leaseUntil: Date, limit: number): Promise<DueKey[]> =>
  tx.$queryRaw<DueKey[]>`
    UPDATE "ProviderKey" k SET "confirmAt" = ${leaseUntil}
    FROM (
      SELECT d."id", d."confirmAt" FROM "ProviderKey" d
      JOIN "Organization" o ON o."id" = d."organizationId" AND o."deletedAt" IS NULL
      WHERE d."confirmAt" <= ${now} AND d."deletedAt" IS NULL
      ORDER BY d."confirmAt" LIMIT ${limit} FOR UPDATE OF d SKIP LOCKED
    ) due
    WHERE k."id" = due."id"
    RETURNING k."id", k."organizationId", due."confirmAt" AS "dueAt"`

/** Destroys the secrets of keys deleted long enough ago; the rows stay as a record. Says how many keys it took. */
export async function destroySecretsOfDeleted(tx: Tx, now: Date, limit: number): Promise<number> {
  const [counted] = await tx.$queryRaw<{ keys: number }[]>`
    WITH due AS (
      SELECT "id" FROM "ProviderKey" WHERE "purgeAfter" <= ${now} AND "deletedAt" IS NOT NULL
      ORDER BY "purgeAfter" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), destroyed AS (
      UPDATE "ProviderKeyVersion" SET "state" = 'destroyed', "sealed" = NULL, "masterKeyId" = NULL, "destroyedAt" = ${now}
      WHERE "providerKeyId" IN (SELECT "id" FROM due) AND "state" <> 'destroyed'
    ), settled AS (
      UPDATE "ProviderKey" SET "purgeAfter" = NULL WHERE "id" IN (SELECT "id" FROM due) RETURNING 1
    )
    SELECT count(*)::int AS "keys" FROM settled`
  return counted?.keys ?? 0
}

/** Destroys retired secrets whose time is over. Says how many. */
export const destroyRetiredSecrets = (tx: Tx, now: Date): Promise<number> =>
  tx.$executeRaw`
    UPDATE "ProviderKeyVersion" SET "state" = 'destroyed', "sealed" = NULL, "masterKeyId" = NULL, "destroyedAt" = ${now}
    WHERE "destroyAfter" <= ${now} AND "state" <> 'destroyed'`
