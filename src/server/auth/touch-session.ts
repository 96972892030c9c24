import type { Deps } from '@/server/deps'
import { sessionIdleMs } from './session-lifetime'

const statement = {
  name: 'touch-session',
  text: `UPDATE "Session" SET "lastSeenAt" = $2::timestamptz,
      "idleExpiresAt" = LEAST("absoluteExpiresAt", $3::timestamptz)
    WHERE id = $1 AND "revokedAt" IS NULL AND "lastSeenAt" <= $2::timestamptz - interval '1 minute'`,
}

/** Notes that a session is in use, at most once a minute. The request does not wait for it, nor fail with it. */
export function touchSession({ db, log }: Deps, sessionId: string, now: Date): void {
  const idle = new Date(now.getTime() + sessionIdleMs)
  const values = [sessionId, now.toISOString(), idle.toISOString()]
  db.pool
    .query({ ...statement, values })
    .catch(() => log.warn({ sessionId }, 'could not note that a session is in use'))
}
