import { AppError } from '@/core/errors'
import { newId } from '@/core/ids'
import { createOrganizationIn } from '@/features/organizations/server/create-organization'
import type { Tenant } from '@/server/db/database'
import type { Context } from '@/server/api/context'
import type { SetUpInput } from '../schema'
import { accountTransaction } from './account-transaction'
import { isUniqueViolation } from './is-unique-violation'
import { hashPassword } from './password-hash'
import { recordAccountEvent } from './record-account-event'
import { isSetUpNeeded, isSetUpToken, isSetUpTokenNeeded, setUpFact, setUpTokenFact } from './set-up-state'
import { insertFact, takeFact } from './system-fact.repository'
import { hasUsers, insertUser } from './user.repository'

const alreadyDone = () => new AppError('FORBIDDEN', 'This installation is set up already. Sign in instead.')

/** Makes the first owner and their organization; works once. */
export async function setUp(
  ctx: Context,
  input: SetUpInput,
): Promise<{ organizationId: string; slug: string }> {
  const { deps } = ctx
  if (!(await isSetUpNeeded(deps))) throw alreadyDone()
  if (isSetUpTokenNeeded(ctx) && !(await isSetUpToken(deps, input.token)))
    throw new AppError(
      'WRONG_CREDENTIALS',
      'This is not the set-up token. The server printed it when it started.',
      {
        field: 'token',
      },
    )
  const passwordHash = await hashPassword(input.password)
  try {
    return await accountTransaction(deps, (tx) => makeOwner(ctx, tx, input, passwordHash))
  } catch (error) {
    if (isUniqueViolation(error, 'SystemFact')) throw alreadyDone()
    throw error
  }
}

async function makeOwner(
  { deps, address, requestId }: Context,
  tx: Tenant['tx'],
  { name, email, organizationName }: SetUpInput,
  passwordHash: string,
) {
  const userId = newId('user')
  await insertFact(tx, setUpFact, userId)
  if (await hasUsers(tx)) throw alreadyDone()
  await takeFact(tx, setUpTokenFact)
  await insertUser(tx, { id: userId, email, name, passwordHash })
  const owner = { userId, name, address, requestId }
  const { id, slug } = await createOrganizationIn(deps, tx, owner, {
    id: newId('organization'),
    name: organizationName,
  })
  await recordAccountEvent(deps, tx, owner, {
    event: 'installation.set_up',
    object: { kind: 'user', id: userId, name },
    details: { organization: id },
  })
  return { organizationId: id, slug }
}
