import type { Actor } from '@/core/actor'
import { AppError } from '@/core/errors'
import { recordAuditEvent } from '@/features/audit-log/server/record-audit-event'
import type { Deps } from '@/server/deps'
import type { OrganizationView, UpdateOrganizationInput } from '../schema'
import { findOrganization, updateOrganizationRow, viewOf } from './organization.repository'
import { refuseTakenSlug } from './refuse-taken-slug'

/** Changes name, address or the age at which secrets count as old. What stays the same leaves no record. */
export async function updateOrganization(
  deps: Deps,
  actor: Actor,
  { name, slug, secretMaxAgeDays }: UpdateOrganizationInput,
): Promise<OrganizationView> {
  return refuseTakenSlug(() =>
    deps.db.transaction(actor.organizationId, async (tenant) => {
      const before = await findOrganization(tenant)
      if (!before) throw new AppError('NOT_FOUND', 'No such organization.')
      const changes = changedOf(before, { name, slug, secretMaxAgeDays })
      if (Object.keys(changes).length === 0) return viewOf(before, actor.role)
      const after = await updateOrganizationRow(tenant, changes)
      await recordAuditEvent(deps, tenant.tx, actor.organizationId, {
        event: 'organization.updated',
        actor: { kind: 'user', id: actor.userId, name: actor.name },
        object: { kind: 'organization', id: after.id, name: after.name },
        outcome: 'ok',
        address: actor.address,
        requestId: actor.requestId,
        details: detailsOf(before, changes),
      })
      return viewOf(after, actor.role)
    }),
  )
}

type Changes = Omit<UpdateOrganizationInput, 'organizationId'>

const changedOf = (before: Required<Changes>, wanted: Changes): Changes =>
  Object.fromEntries(
    Object.entries(wanted).filter(
      ([key, value]) => value !== undefined && value !== before[key as keyof Changes],
    ),
  )

const detailsOf = (before: Required<Changes>, changes: Changes): Record<string, string | number> =>
  Object.fromEntries(
    (Object.keys(changes) as (keyof Changes)[]).flatMap((key) => [
      [`${key}Before`, before[key]],
      [key, changes[key] ?? before[key]],
    ]),
  )
