import type { Actor, Role } from '@/core/actor'
import { newId } from '@/core/ids'
import { hashPassword } from '@/features/account/server/password-hash'
import { setUp } from '@/features/account/server/set-up'
import { createContext } from '@/server/api/context'
import type { Deps } from '@/server/deps'
import { StartError } from '@/server/start-error'
import { westbankKeys, tidewaterKeys, type DemoKey } from './demo-keys'
import { seedKey } from './seed-keys'

export interface DemoPerson {
  name: string
  email: string
  password: string
  role: Role
}

const person = (name: string, role: Role): DemoPerson => {
  const first = name.split(' ')[0]?.toLowerCase() ?? ''
  return { name, email: `${first}@tidewater.example`, password: `${first} keeps ${role} keys`, role }
}

/** Four people, one per role, in both organizations. */
export const demoPeople: readonly DemoPerson[] = [
  person('Mira Okafor', 'owner'),
  person('Jonas Lind', 'admin'),
  person('Priya Nair', 'developer'),
  person('Sam Castro', 'viewer'),
]

/** Seeding is not a person's haste. */
const unlimited = { consume: async () => ({ limit: 1, remaining: 1, resetSeconds: 0 }) }

async function seedPeople(deps: Deps, organizationIds: readonly string[]) {
  for (const { name, email, password, role } of demoPeople.slice(1)) {
    const id = newId('user')
    await deps.db.prisma.user.create({
      data: { id, name, email, passwordHash: await hashPassword(password) },
    })
    for (const organizationId of organizationIds)
      await deps.db.prisma.membership.create({
        data: { id: newId('membership'), organizationId, userId: id, role },
      })
  }
}

async function seedKeys(deps: Deps, actor: Actor, keys: readonly DemoKey[], now: Date) {
  for (const key of keys) await seedKey(deps, actor, key, now)
}

const filledFact = 'demo_filled'

/** A fill that was cut short cannot be continued: its keys would stand twice. */
async function isFilled({ db }: Deps): Promise<boolean> {
  if (await db.prisma.systemFact.findUnique({ where: { name: filledFact } })) return true
  if ((await db.prisma.user.count()) === 0) return false
  throw new StartError(
    'The demo was cut short while it was filled. Delete its directory, .latchkey-demo, and start it again.',
  )
}

/** Fills an empty installation with two organizations, four people and keys in every state; a second call does nothing. */
export async function seedDemo(given: Deps): Promise<readonly DemoPerson[]> {
  const deps: Deps = { ...given, rateLimits: { ...given.rateLimits, ...unlimited } }
  const [owner] = demoPeople
  if (!owner) throw new Error('the demo has no owner')
  if (await isFilled(deps)) return demoPeople
  const facts = { requestId: newId('request'), address: '127.0.0.1' }
  const { organizationId: tidewater } = await setUp(createContext(deps, facts), {
    ...owner,
    organizationName: 'Tidewater',
  })
  const { id: userId } = await deps.db.prisma.user.findUniqueOrThrow({ where: { email: owner.email } })
  const westbank = newId('organization')
  await deps.db.prisma.organization.create({
    data: { id: westbank, slug: 'westbank', name: 'Westbank Labs' },
  })
  await deps.db.prisma.membership.create({
    data: { id: newId('membership'), organizationId: westbank, userId, role: 'owner' },
  })
  await seedPeople(deps, [tidewater, westbank])
  const actor: Actor = {
    ...facts,
    userId,
    name: owner.name,
    sessionId: 'demo',
    organizationId: tidewater,
    role: 'owner',
  }
  const now = deps.now()
  await seedKeys(deps, actor, tidewaterKeys, now)
  await seedKeys(deps, { ...actor, organizationId: westbank }, westbankKeys, now)
  await deps.db.prisma.systemFact.create({ data: { name: filledFact, value: now.toISOString() } })
  return demoPeople
}
