import type { Person } from '@/core/actor'
import { AppError } from '@/core/errors'
import type { Deps } from '@/server/deps'
import { findUser, type UserRow } from './user.repository'

/** The row of a signed-in person; gone only when it was removed in this very moment. */
export async function requireUser({ db }: Pick<Deps, 'db'>, { userId }: Person): Promise<UserRow> {
  const user = await findUser(db.prisma, userId)
  if (!user) throw new AppError('UNAUTHENTICATED', 'You are signed out. Sign in to go on.')
  return user
}
