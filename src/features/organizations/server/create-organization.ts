import type { Person } from '@/core/actor'
import { newId } from '@/core/ids'
import type { Prisma } from '@/generated/prisma/client'
import { recordAuditEvent } from '@/features/audit-log/server/record-audit-event'
import type { Deps } from '@/server/deps'
import type { CreateOrganizationInput, OrganizationView } from '../schema'
import { suggestSlug } from '../slug'
import { insertOrganization } from './organization.repository'
import { refuseTakenSlug } from './refuse-taken-slug'

/** A new organization with the person as its owner. */
export async function createOrganization(
  deps: Deps,
  person: Person,
  input: CreateOrganizationInput,
): Promise<OrganizationView> {
  const id = newId('organization')
  return refuseTakenSlug(() =>
    deps.db.transaction(id, ({ tx }) => createOrganizationIn(deps, tx, person, { ...input, id })),
  )
}

/** The same inside a transaction that also does more, as set-up does. The audit event comes last in it. */
export async function createOrganizationIn(
  deps: Pick<Deps, 'auditKey' | 'now'>,
  tx: Prisma.TransactionClient,
  { userId, name, address, requestId }: Omit<Person, 'sessionId'>,
  input: CreateOrganizationInput & { id: string },
): Promise<OrganizationView> {
  const slug = input.slug ?? suggestSlug(input.name)
  const created = await insertOrganization(
    tx,
    { id: input.id, slug, name: input.name },
    { id: newId('membership'), userId },
  )
  await recordAuditEvent(deps, tx, created.id, {
    event: 'organization.created',
    actor: { kind: 'user', id: userId, name },
    object: { kind: 'organization', id: created.id, name: created.name },
    outcome: 'ok',
    address,
    requestId,
    details: { slug },
  })
  return created
}
