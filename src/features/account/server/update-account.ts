import type { Person } from '@/core/actor'
import type { Deps } from '@/server/deps'
import type { AccountView, UpdateAccountInput } from '../schema'
import { accountTransaction } from './account-transaction'
import { accountView } from './account-view'
import { recordAccountEvent } from './record-account-event'
import { requireUser } from './require-user'
import { updateUserRow } from './user.repository'

/** Changes how a person is called. Audit events keep the name of their day. */
export async function updateAccount(
  deps: Deps,
  person: Person,
  { name }: UpdateAccountInput,
): Promise<AccountView> {
  const before = await requireUser(deps, person)
  if (before.name === name) return accountView(deps.env, before)
  const after = await accountTransaction(deps, async (tx) => {
    const row = await updateUserRow(tx, person.userId, { name })
    await recordAccountEvent(deps, tx, person, {
      event: 'user.updated',
      object: { kind: 'user', id: row.id, name },
      details: { nameBefore: before.name, name },
    })
    return row
  })
  return accountView(deps.env, after)
}
