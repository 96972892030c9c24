import type { z } from 'zod'
import { providerIds } from '@/providers/registry'

/** Names that stand for something else in addresses or in front of a model. */
const reservedNames = new Set<string>([
  ...providerIds,
  ...['azure', 'google-vertex', 'route', 'api', 'v', 'native', 'custom', 'keys', 'settings'],
  ...['account', 'activity', 'gateway', 'members', 'audit'],
])

/** The name of a custom provider: required there, refused elsewhere. Issues stand at `name`. */
export function readCustomName(
  { provider, name }: { provider: string; name?: string },
  context: z.RefinementCtx,
): string | null {
  const refuse = (message: string) => (context.addIssue({ code: 'custom', path: ['name'], message }), null)
  if (provider !== 'custom') return name === undefined ? null : refuse('Only custom providers have a name')
  if (name === undefined) return refuse('Name this provider; models are then addressed as name/model')
  if (!/^[a-z]+$/.test(name)) return refuse('Use lower-case letters a to z only')
  return reservedNames.has(name) ? refuse('This name is reserved; choose another') : name
}
