import type { Prisma, PrismaClient } from '@/generated/prisma/client'

type Client = PrismaClient | Prisma.TransactionClient

export async function findFact(client: Client, name: string): Promise<string | null> {
  const row = await client.systemFact.findUnique({ where: { name }, select: { value: true } })
  return row?.value ?? null
}

/** States a fact that can be stated once; a second statement is the database's to refuse (P2002). */
export async function insertFact(tx: Client, name: string, value: string): Promise<void> {
  await tx.systemFact.create({ data: { name, value }, select: { name: true } })
}

/** States a fact anew. */
export async function putFact(client: Client, name: string, value: string, createdAt: Date): Promise<void> {
  await client.systemFact.upsert({
    where: { name },
    create: { name, value, createdAt },
    update: { value, createdAt },
    select: { name: true },
  })
}

/** Removes a fact; true for the one caller that removed it. */
export async function takeFact(tx: Client, name: string): Promise<boolean> {
  const { count } = await tx.systemFact.deleteMany({ where: { name } })
  return count === 1
}

export async function deleteFactsBefore(client: Client, prefix: string, at: Date): Promise<void> {
  await client.systemFact.deleteMany({ where: { name: { startsWith: prefix }, createdAt: { lt: at } } })
}
