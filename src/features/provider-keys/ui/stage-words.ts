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
  models: number | null
}

const passed: Record<StageName, (about: About) => string> = {
  reach: ({ host }) => `${host} answered`,
  authenticate: () => 'Key accepted',
  permissions: () => 'Nothing missing',
  models: ({ models }) => (models === null ? 'Listed' : `${models.toLocaleString('en')} found`),
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
  if (stage.state === 'warned' || stage.state === 'failed') return about.summary
  return stage.state === 'unknown' ? unknown[stage.name] : ''
}
