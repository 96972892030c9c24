import type { Stage, StageName } from '@/providers/verdict'

export const stageLabels: Record<StageName, string> = {
  reach: 'Reach',
  authenticate: 'Authenticate',
  permissions: 'Permissions',
  models: 'Models',
}

/** What a stage waits for, while the call is out. */
export const reachingWords = (host: string) => `Asking ${host}`

interface About {
  /** The host that was called, or the provider's name. */
  host: string
  /** Short reason of the verdict; told where the check met trouble. */
  summary: string
  params: Readonly<Record<string, string | number>>
  usable: boolean
}

const passed: Record<StageName, (about: About) => string> = {
  reach: ({ host }) => `${host} answered`,
  authenticate: () => 'Key accepted',
  permissions: () => 'Nothing missing',
  models: ({ params: { models } }) =>
    models === undefined ? 'Listed' : `${models.toLocaleString('en')} found`,
}

/** Where a stage has more to say than the verdict's reason. */
const troubled: Partial<Record<StageName, (about: About) => string | null>> = {
  permissions: ({ params: { scope, permission } }) =>
    scope !== undefined
      ? `No scope ${scope}`
      : permission !== undefined
        ? `No permission ${permission}`
        : null,
  models: ({ params: { scope }, usable }) =>
    scope === undefined ? null : usable ? 'Not listed; chat works' : 'Not listed',
}

const unknown: Record<StageName, string> = {
  reach: 'Not known',
  authenticate: 'Nothing learned about the key',
  permissions: 'Not asked',
  models: 'Not listed',
}

/** One line for a finished stage. Only the stage that decided tells the reason. */
export function stageWords(stage: Stage, about: About): string {
  if (stage.state === 'passed') return passed[stage.name](about)
  if (stage.state === 'warned' || stage.state === 'failed')
    return troubled[stage.name]?.(about) ?? about.summary
  return stage.state === 'unknown' ? unknown[stage.name] : ''
}
