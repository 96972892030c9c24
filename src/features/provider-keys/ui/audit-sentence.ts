import type { AuditEventName } from '@/features/audit-log/audit-event'
import { outcomes, type Outcome } from '@/providers/verdict'
import { outcomeWords } from '../verdict-words'

type Details = Readonly<Record<string, unknown>>
type KeyEvent = Extract<AuditEventName, `provider_key.${string}`>

const text = (details: Details, name: string): string | null => {
  const value = details[name]
  return typeof value === 'string' && value !== '' ? value : null
}

const verdictIn = (details: Details): string | null => {
  const outcome = outcomes.find((each): each is Outcome => each === details.outcome)
  return outcome ? outcomeWords[outcome].toLowerCase() : null
}
const withVerdict = (sentence: string) => (details: Details) => {
  const verdict = verdictIn(details)
  return verdict ? `${sentence}: ${verdict}` : sentence
}

const names: Record<string, string> = {
  label: 'label',
  environment: 'environment',
  expiresAt: 'last day',
  options: 'options',
}

/** "changed the environment from staging to production and the label". */
function changed(details: Details): string {
  const parts = Object.entries(names).flatMap(([field, name]) => {
    const before = text(details, `${field}.before`)
    const after = text(details, `${field}.after`)
    if (before === null && after === null) return []
    const isShort = field === 'label' || field === 'environment'
    return [isShort && before && after ? `the ${name} from ${before} to ${after}` : `the ${name}`]
  })
  return parts.length > 0 ? `changed ${parts.join(' and ')}` : 'changed the key'
}

const sentences: Record<KeyEvent, (details: Details) => string> = {
  'provider_key.created': (details) =>
    text(details, 'status') === 'inactive'
      ? 'added the key, inactive and untested'
      : withVerdict('added the key')(details),
  'provider_key.create_failed': withVerdict('tried to add a key'),
  'provider_key.draft_tested': withVerdict('tested a secret without saving it'),
  'provider_key.tested': withVerdict('tested the key'),
  'provider_key.updated': changed,
  'provider_key.activated': () => 'switched the key on',
  'provider_key.deactivated': () => 'switched the key off',
  'provider_key.secret_replaced': withVerdict('replaced the secret'),
  'provider_key.replace_failed': withVerdict('tried to replace the secret'),
  'provider_key.deleted': () => 'deleted the key',
}

const isKeyEvent = (event: string): event is KeyEvent => Object.hasOwn(sentences, event)

/** What someone did to a key, to be read after their name. An event of another kind is told by its own name. */
export const auditSentence = (event: string, details: Details): string =>
  isKeyEvent(event) ? sentences[event](details) : event.replace(/[._]/g, ' ')

interface AuditLine {
  id: string
  event: string
  actorName: string
  outcome: string
  at: string
  details: Details
}

/** Events in sentences; the same deed done again and again is told once, with its newest time. */
export function auditLines(events: readonly AuditLine[]) {
  const lines: {
    id: string
    actorName: string
    outcome: string
    at: string
    sentence: string
    times: number
  }[] = []
  for (const { id, event, actorName, outcome, at, details } of events) {
    const sentence = auditSentence(event, details)
    const last = lines.at(-1)
    if (last?.sentence === sentence && last.actorName === actorName && last.outcome === outcome) last.times++
    else lines.push({ id, actorName, outcome, at, sentence, times: 1 })
  }
  return lines
}
