import type { z } from 'zod'
import type { Person } from '@/core/actor'
import type { Deps } from '@/server/deps'
import type { sessionListView } from '../schema'
import { listLiveSessions } from './session.repository'

/** Where the person is signed in, last used first. */
export async function listSessions(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { userId, sessionId }: Person,
): Promise<z.infer<typeof sessionListView>> {
  const sessions = await listLiveSessions(db.prisma, userId, now())
  return {
    items: sessions.map((session) => ({
      ...session,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      current: session.id === sessionId,
    })),
  }
}
