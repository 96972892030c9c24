import type { Prisma, PrismaClient } from '@/generated/prisma/client'

type Client = PrismaClient | Prisma.TransactionClient

const userColumns = {
  id: true,
  email: true,
  name: true,
  passwordHash: true,
  createdAt: true,
  accounts: { select: { provider: true, createdAt: true }, take: 50 },
} satisfies Prisma.UserSelect
export type UserRow = Prisma.UserGetPayload<{ select: typeof userColumns }>

export const findUser = (client: Client, id: string): Promise<UserRow | null> =>
  client.user.findUnique({ where: { id }, select: userColumns })

/** By a lower-cased address. */
export const findUserByEmail = (client: Client, email: string): Promise<UserRow | null> =>
  client.user.findUnique({ where: { email }, select: userColumns })

export async function hasUsers(client: Client): Promise<boolean> {
  return (await client.user.findFirst({ select: { id: true } })) !== null
}

/** An address in use is the database's to refuse (P2002). */
export async function insertUser(
  tx: Client,
  row: { id: string; email: string; name: string; passwordHash?: string; emailVerified?: Date },
): Promise<void> {
  await tx.user.create({ data: row, select: { id: true } })
}

export async function updateUserRow(
  tx: Client,
  id: string,
  changes: { name?: string; passwordHash?: string },
): Promise<UserRow> {
  return tx.user.update({ where: { id }, data: changes, select: userColumns })
}

/** The person behind an issuer's subject. */
export async function findLinkedUserId(
  client: Client,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<string | null> {
  const account = await client.account.findUnique({
    where: { provider_providerAccountId: { provider: issuer, providerAccountId: subject } },
    select: { userId: true },
  })
  return account?.userId ?? null
}

export async function insertAccount(
  tx: Client,
  row: { id: string; userId: string; provider: string; providerAccountId: string },
): Promise<void> {
  await tx.account.create({ data: { ...row, type: 'oauth' }, select: { id: true } })
}
