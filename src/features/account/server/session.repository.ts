import type { Prisma, PrismaClient } from '@/generated/prisma/client'

type Client = PrismaClient | Prisma.TransactionClient

const sessionColumns = {
  id: true,
  method: true,
  address: true,
  userAgent: true,
  createdAt: true,
  lastSeenAt: true,
} satisfies Prisma.SessionSelect
type SessionRow = Prisma.SessionGetPayload<{ select: typeof sessionColumns }>

const live = (userId: string, now: Date) =>
  ({
    userId,
    revokedAt: null,
    idleExpiresAt: { gt: now },
    absoluteExpiresAt: { gt: now },
  }) satisfies Prisma.SessionWhereInput

export async function insertSession(
  tx: Client,
  row: {
    id: string
    userId: string
    method: string
    issuer: string | null
    address: string
    userAgent: string
    createdAt: Date
    lastSeenAt: Date
    idleExpiresAt: Date
    absoluteExpiresAt: Date
  },
): Promise<void> {
  await tx.session.create({ data: row, select: { id: true } })
}

/** Newest first. */
export const listLiveSessions = (client: Client, userId: string, now: Date): Promise<SessionRow[]> =>
  client.session.findMany({
    where: live(userId, now),
    select: sessionColumns,
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })

/** When the session began; null when it is over. */
export async function findSessionStart(
  client: Client,
  userId: string,
  id: string,
  now: Date,
): Promise<Date | null> {
  const row = await client.session.findFirst({
    where: { ...live(userId, now), id },
    select: { createdAt: true },
  })
  return row?.createdAt ?? null
}

/** Ends live sessions of one person and tells how many: the one with this id, all but one, or all. */
export async function revokeSessions(
  tx: Client,
  userId: string,
  which: { id?: string; exceptId?: string },
  now: Date,
): Promise<number> {
  const id = which.id ?? (which.exceptId === undefined ? undefined : { not: which.exceptId })
  const { count } = await tx.session.updateMany({
    where: { ...live(userId, now), id },
    data: { revokedAt: now },
  })
  return count
}

export async function deleteSessionsEndedBefore(client: Client, at: Date): Promise<void> {
  await client.session.deleteMany({
    where: {
      OR: [{ absoluteExpiresAt: { lt: at } }, { idleExpiresAt: { lt: at } }, { revokedAt: { lt: at } }],
    },
  })
}
