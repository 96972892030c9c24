import type { Deps } from '@/server/deps'
import { listAuditHeads } from './audit-event.repository'

const everyMs = 3_600_000
const pageSize = 500
let loggedAt = -Infinity

/**
 * Writes the head of every chain to the log, at most once an hour. Whoever rewrites a chain in the database would
 * have to rewrite the collected logs as well.
 */
export async function logAuditHeads({ db, log, now }: Pick<Deps, 'db' | 'log' | 'now'>): Promise<void> {
  const at = now().getTime()
  if (at - loggedAt < everyMs) return
  loggedAt = at
  let after = ''
  for (;;) {
    const heads = await listAuditHeads(db.prisma, after, pageSize)
    for (const { chain, seq, hash } of heads)
      log.info({ chain, seq: seq.toString(), hash }, 'head of an audit chain')
    const last = heads.at(-1)
    if (!last || heads.length < pageSize) return
    after = last.chain
  }
}
