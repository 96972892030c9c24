import type { Actor, Person, Role } from '@/core/actor'
import type { Context } from '@/server/api/context'
import type { Deps } from '@/server/deps'
import { readSessionCookie } from './session-cookie'
import { openSessionToken, type SessionClaims } from './session-token'
import { touchSession } from './touch-session'

const live = `s.id = $1 AND s."userId" = $2 AND s."revokedAt" IS NULL
  AND s."idleExpiresAt" > $3::timestamptz AND s."absoluteExpiresAt" > $3::timestamptz`
const seen = `s."lastSeenAt" <= $3::timestamptz - interval '1 minute' AS stale`

const personStatement = {
  name: 'authenticate-person',
  text: `SELECT u.name, ${seen} FROM "Session" s JOIN "User" u ON u.id = s."userId" WHERE ${live}`,
}

const memberStatement = {
  name: 'authenticate-member',
  text: `SELECT u.name, ${seen}, m.role FROM "Session" s JOIN "User" u ON u.id = s."userId"
    LEFT JOIN ("Membership" m JOIN "Organization" o ON o.id = m."organizationId" AND o."deletedAt" IS NULL)
      ON m."userId" = s."userId" AND m."organizationId" = $4
    WHERE ${live}`,
}

const membershipsStatement = {
  name: 'authenticate-memberships',
  text: `SELECT u.name, ${seen}, m.role, m."organizationId" FROM "Session" s JOIN "User" u ON u.id = s."userId"
    LEFT JOIN ("Membership" m JOIN "Organization" o ON o.id = m."organizationId" AND o."deletedAt" IS NULL)
      ON m."userId" = s."userId"
    WHERE ${live} ORDER BY m."organizationId"`,
}

interface Row {
  name: string
  stale: boolean
  role?: Role | null
  organizationId?: string | null
}

/** Whether the session that a cookie names still stands. */
export async function isLiveSession(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { sid, sub }: SessionClaims,
): Promise<boolean> {
  const { rowCount } = await db.pool.query({ ...personStatement, values: [sid, sub, now().toISOString()] })
  return rowCount === 1
}

/** One prepared statement per request: a revoked session or a changed role counts from the very next call. */
async function ask(ctx: Context, statement: { name: string; text: string }, ...values: string[]) {
  const { deps, cookie, requestId, address } = ctx
  const token = readSessionCookie(cookie, deps.env.APP_URL)
  const now = deps.now()
  const claims = token ? openSessionToken(token, deps.env.SESSION_SECRET.reveal(), now) : null
  if (!claims) return null
  const { rows } = await deps.db.pool.query<Row>({
    ...statement,
    values: [claims.sid, claims.sub, now.toISOString(), ...values],
  })
  const [first] = rows
  if (!first) return null
  if (first.stale) touchSession(deps, claims.sid, now)
  const person: Person = { userId: claims.sub, name: first.name, sessionId: claims.sid, requestId, address }
  return { person, rows }
}

/** The signed-in person, or null. */
export async function findPerson(ctx: Context): Promise<Person | null> {
  return (await ask(ctx, personStatement))?.person ?? null
}

/** The signed-in person and their role in a living organization; the role is null for an outsider. */
export async function findMember(
  ctx: Context,
  organizationId: string,
): Promise<{ person: Person; role: Role | null } | null> {
  const answer = await ask(ctx, memberStatement, organizationId)
  return answer && { person: answer.person, role: answer.rows[0]?.role ?? null }
}

/** The signed-in person as an actor in each living organization they belong to. */
export async function findActors(ctx: Context): Promise<{ person: Person; actors: Actor[] } | null> {
  const answer = await ask(ctx, membershipsStatement)
  if (!answer) return null
  const { person, rows } = answer
  const actors = rows.flatMap(({ role, organizationId }) =>
    role && organizationId ? [{ ...person, role, organizationId }] : [],
  )
  return { person, actors }
}
