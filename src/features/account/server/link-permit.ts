import type { Tenant } from '@/server/db/database'
import type { Deps } from '@/server/deps'
import { freshSignInMs } from '../schema'
import { findFact, putFact, takeFact } from './system-fact.repository'

export const linkPermitPrefix = 'link_permit:'
const factName = (sessionId: string) => `${linkPermitPrefix}${sessionId}`

/** Lets one session link one issuer, once, for some minutes. */
export async function grantLinkPermit(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  sessionId: string,
  issuer: string,
): Promise<Date> {
  const at = now()
  const expiresAt = new Date(at.getTime() + freshSignInMs)
  await putFact(db.prisma, factName(sessionId), `${issuer} ${expiresAt.toISOString()}`, at)
  return expiresAt
}

/** Whether the session may link this issuer now. Looking uses nothing up. */
export async function hasLinkPermit(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  sessionId: string,
  issuer: string,
): Promise<boolean> {
  const [granted, until = ''] = (await findFact(db.prisma, factName(sessionId)))?.split(' ') ?? []
  return granted === issuer && new Date(until) > now()
}

/** Uses the permit up; false when another request was faster. */
export const takeLinkPermit = (tx: Tenant['tx'], sessionId: string): Promise<boolean> =>
  takeFact(tx, factName(sessionId))
