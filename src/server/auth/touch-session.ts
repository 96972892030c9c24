import type { Deps } from '@/server/deps'

const dayMs = 86_400_000
/** A session that is not used for so long ends. */
export const sessionIdleMs = 7 * dayMs
/** No session lives longer than this. */
export const sessionAbsoluteMs = 30 * dayMs

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
