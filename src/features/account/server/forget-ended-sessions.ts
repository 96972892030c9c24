import type { Deps } from '@/server/deps'
import { deleteSessionsEndedBefore } from './session.repository'
import { deleteFactsBefore } from './system-fact.repository'
import { linkPermitPrefix } from './link-permit'

const dayMs = 86_400_000
/** The audit log keeps what happened; the rows themselves serve nobody after this. */
const keptMs = 30 * dayMs

/** Removes sessions that ended long ago and permits to link that nobody used. */
export async function forgetEndedSessions({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const at = now().getTime()
  await deleteSessionsEndedBefore(db.prisma, new Date(at - keptMs))
  await deleteFactsBefore(db.prisma, linkPermitPrefix, new Date(at - dayMs))
}
