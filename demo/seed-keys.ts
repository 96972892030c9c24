import { createHash } from 'node:crypto'
import type { Actor } from '@/core/actor'
import { createProviderKey } from '@/features/provider-keys/server/create-provider-key'
import { testProviderKey } from '@/features/provider-keys/server/test-provider-key'
import { updateProviderKeyStatus } from '@/features/provider-keys/server/update-provider-key-status'
import { createInput } from '@/features/provider-keys/schema'
import type { CredentialInput } from '@/providers/provider'
import type { Deps, OutboundHttp } from '@/server/deps'
import type { DemoKey } from './demo-keys'
import { fakeProviders } from './fake-providers/fakes'

const minuteMs = 60_000
const dayMs = 1440 * minuteMs

/** A day on which the scenario does not hold yet: the marker in the key is read as that of a good one. */
const onAGoodDay = (http: OutboundHttp, scenario: string): OutboundHttp => ({
  send: (request, options) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, value.replace(`zz${scenario}`, 'zzok')]),
    )
    return http.send({ ...request, headers }, options)
  },
})

/** The ends of two keys differ, as those of real ones do. */
function withOwnTail(
  token: CredentialInput['token'],
  { label, environment }: DemoKey,
): CredentialInput['token'] {
  if (typeof token !== 'string') return token
  const tail = createHash('sha256').update(label).update(environment).digest('hex').slice(0, 4)
  return token.replace(/zz[A-Za-z0-9]{4}$/, `zz${tail}`)
}

/** The credential of a scenario, or an end with its name: a demo with a missing state is a defect. */
function credentialOf(key: DemoKey): CredentialInput {
  const { provider, scenario, label } = key
  const fake = fakeProviders[provider]
  if (!(scenario in fake.scenarios)) throw new Error(`${label}: the fake of ${provider} has no "${scenario}"`)
  const credential = fake.credential(scenario)
  return { ...credential, token: withOwnTail(credential.token, key) }
}

/** Adds one key as a person would have, at its date, with the checks that followed. */
export async function seedKey(deps: Deps, actor: Actor, key: DemoKey, now: Date): Promise<void> {
  const at = (time: number): Deps => ({ ...deps, now: () => new Date(time) })
  const added = now.getTime() - key.ageDays * dayMs
  const first = key.workedAtFirst ? { ...at(added), http: onAGoodDay(deps.http, key.scenario) } : at(added)
  const input = createInput.parse({
    organizationId: actor.organizationId,
    provider: key.provider,
    ...credentialOf(key),
    label: key.label,
    environment: key.environment,
    ifUncertain: 'saveInactive',
    ...(key.name && { name: key.name }),
  })
  const { providerKey } = await createProviderKey(first, actor, input)
  const one = { organizationId: actor.organizationId, id: providerKey.id }
  if (key.checkedMinutesAgo > 0) {
    const last = now.getTime() - key.checkedMinutesAgo * minuteMs
    // Five checks seven minutes apart: enough for a rejection to settle.
    for (const before of [28, 21, 14, 7, 0]) await testProviderKey(at(last - before * minuteMs), actor, one)
  }
  if (key.off) await updateProviderKeyStatus(at(now.getTime() - dayMs), actor, { ...one, status: 'inactive' })
}
