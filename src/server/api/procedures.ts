import { can, type Actor, type Permission } from '@/core/actor'
import { AppError } from '@/core/errors'
import { findActors, findMember, findPerson } from '@/server/auth/authenticate'
import { spendTest } from '@/server/rate-limits'
import type { Context } from './context'
import { toAppError, toTRPCError } from './error-mapping'
import { logFailure } from './log-failure'
import { procedure, type Meta } from './trpc'

const signedOut = () => new AppError('UNAUTHENTICATED', 'You are signed out. Sign in to go on.')
const noOrganization = () => new AppError('NOT_FOUND', 'No such organization.')
const notAllowed = () =>
  new AppError('FORBIDDEN', 'Your role does not allow this. An owner or admin of the organization can do it.')

/** tRPC's `next` does not throw, so every failure of what follows is mapped here, once. */
const mapped = procedure.use(async ({ ctx, path, next }) => {
  const result = await next()
  if (result.ok) return result
  const error = toAppError(result.error)
  if (error.code === 'INTERNAL') logFailure(ctx, path, error)
  throw toTRPCError(error)
})

interface Call {
  type: 'query' | 'mutation' | 'subscription'
  meta: Meta | undefined
}

const limit = ({ deps }: Context, { type, meta }: Call, key: string) =>
  deps.rateLimits.consume(meta?.bucket ?? (type === 'query' ? 'read' : 'write'), key)

/** Open to anyone; the budget is the address's. */
export const publicProcedure = mapped.meta({ access: 'public' }).use(async ({ ctx, type, meta, next }) => {
  await limit(ctx, { type, meta }, ctx.address)
  return next()
})

/** Open to any signed-in person. */
export const personProcedure = mapped.meta({ access: 'person' }).use(async ({ ctx, type, meta, next }) => {
  const person = await findPerson(ctx)
  if (!person) throw signedOut()
  await limit(ctx, { type, meta }, person.userId)
  return next({ ctx: { person } })
})

/** Only what decides who may go on is read before the caller is known; the rest is parsed by `.input()`, later. */
async function readOrganizationId(getRawInput: () => Promise<unknown>): Promise<string | null> {
  const input = await getRawInput().catch(() => null)
  const id: unknown =
    typeof input === 'object' && input !== null && 'organizationId' in input ? input.organizationId : null
  return typeof id === 'string' && id !== '' ? id : null
}

/** Open to members of the organization that the input names, if their role holds the permission. */
export const orgProcedure = (permission: Permission) =>
  mapped.meta({ access: 'organization', permission }).use(async ({ ctx, type, meta, getRawInput, next }) => {
    const organizationId = await readOrganizationId(getRawInput)
    const found = await findMember(ctx, organizationId ?? '')
    if (!found) throw signedOut()
    // A body that cannot be read says so itself, now that the caller is known.
    if (!organizationId) await getRawInput()
    if (!organizationId)
      throw new AppError('BAD_REQUEST', 'Say which organization.', { field: 'organizationId' })
    const { person, role } = found
    if (!role) throw noOrganization()
    if (!can(role, permission)) throw notAllowed()
    const actor: Actor = { ...person, organizationId, role }
    if (meta?.bucket === 'test') await spendTest(ctx.deps.rateLimits, actor)
    else await limit(ctx, { type, meta }, `${person.userId}:${organizationId}`)
    return next({ ctx: { actor } })
  })

/** The same where the organization may be left out: `ctx.actors` has one actor per organization that the call covers. */
export const orgsProcedure = (permission: Permission) =>
  mapped.meta({ access: 'organization', permission }).use(async ({ ctx, type, meta, getRawInput, next }) => {
    const found = await findActors(ctx)
    if (!found) throw signedOut()
    const organizationId = await readOrganizationId(getRawInput)
    const { person, actors } = found
    const asked = organizationId ? actors.filter((actor) => actor.organizationId === organizationId) : actors
    if (organizationId && asked.length === 0) throw noOrganization()
    const allowed: readonly Actor[] = asked.filter(({ role }) => can(role, permission))
    if (asked.length > 0 && allowed.length === 0) throw notAllowed()
    await limit(ctx, { type, meta }, `${person.userId}:${organizationId ?? 'all'}`)
    return next({ ctx: { person, actors: allowed } })
  })
