'use client'

import { Avatar } from '@/components/ui/avatar'
import { auditLines } from './audit-sentence'
import { Moment } from './moment'
import { useScreen } from './screen-context'
import type { KeyDetail } from './screen-props'
import { Section } from './section'

/** Who did what to this key, in sentences. */
export function AuditTrail({ events }: { events: KeyDetail['audit'] }) {
  const { organization } = useScreen()
  if (events === null)
    return (
      <Section title="Audit trail">
        <p className="text-ink-3 text-sm">Owners and admins of {organization.name} can read it.</p>
      </Section>
    )
  return (
    <Section title="Audit trail">
      <ol>
        {auditLines(events).map(({ id, actorName, outcome, at, sentence, times }) => (
          <li
            key={id}
            className="text-ink-2 max-tablet:min-h-11 grid min-h-9 grid-cols-[24px_1fr_auto] items-center gap-3 text-sm"
          >
            <Avatar name={actorName} />
            <span className="tablet:truncate min-w-0">
              <b className="text-ink font-medium">{actorName}</b> {sentence}
              {times > 1 && <span className="text-ink-3">, {times} times</span>}
              {outcome !== 'ok' && <span className="text-limited"> ({outcome})</span>}
            </span>
            <Moment at={at} className="text-ink-3 text-xs" />
          </li>
        ))}
      </ol>
    </Section>
  )
}
