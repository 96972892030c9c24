'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { TimeAgo } from '@/components/ui/time-ago'
import { VerdictGlyph } from '@/components/ui/verdict-glyph'
import type { Outcome } from '@/providers/verdict'
import { verdictWords } from '../verdict-words'
import { historyWords, tickHeights, usableShare } from './check-history'
import { Moment } from './moment'
import type { KeyDetail } from './screen-props'
import { Section } from './section'
import { latencyWords } from './time-words'
import { verdictInk } from './verdict-line'

type Check = KeyDetail['checks'][number]

const shownAtFirst = 8
/** Width of the strip; what came before the first check is a low line. */
const ticks = 50

const tickGround: Record<Outcome, string> = {
  valid: 'bg-valid-mark opacity-60',
  limited: 'bg-limited-mark',
  invalid: 'bg-invalid-mark',
  unreachable: 'bg-unreachable-mark',
  inconclusive: 'bg-inconclusive-mark',
  untested: 'bg-line-strong',
}

/** The newest checks: one tick each, oldest at the left, then the list on a thread. */
export function CheckList({ checks, name }: { checks: readonly Check[]; name: string }) {
  const [isAll, setAll] = useState(false)
  const oldest = checks.at(-1)
  if (!oldest)
    return (
      <Section title="Checks">
        <p className="text-ink-3 text-sm">No check has been made yet.</p>
      </Section>
    )
  return (
    <Section
      title="Checks"
      note={checks.length > 1 ? `the newest ${checks.length}, one tick each` : undefined}
    >
      {checks.length > 1 && (
        <>
          <div
            role="img"
            aria-label={historyWords(checks)}
            className="flex h-7 items-end justify-between gap-1 overflow-hidden"
          >
            {Array.from({ length: Math.max(0, ticks - checks.length) }, (_, i) => (
              <i key={i} className="bg-line-strong h-1 max-w-1 min-w-0.5 flex-1 rounded-[1px]" />
            ))}
            {checks.toReversed().map(({ id, outcome }) => (
              <i
                key={id}
                className={cn('max-w-1 min-w-0.5 flex-1 rounded-[1px]', tickGround[outcome])}
                style={{ height: tickHeights[outcome] }}
              />
            ))}
          </div>
          <div className="text-ink-3 mt-1.5 mb-3 flex justify-between text-xs">
            <span>
              Since <Moment at={oldest.checkedAt} isDay />
            </span>
            <span>{usableShare(checks)} usable</span>
            <span>Now</span>
          </div>
        </>
      )}
      <ol>
        {checks.slice(0, isAll ? undefined : shownAtFirst).map((check) => (
          <CheckLine key={check.id} check={check} name={name} />
        ))}
      </ol>
      {!isAll && checks.length > shownAtFirst && (
        <Button look="ghost" size="sm" className="mt-1 -ml-2.5" onClick={() => setAll(true)}>
          Show all {checks.length}
        </Button>
      )}
    </Section>
  )
}

function CheckLine({ check, name }: { check: Check; name: string }) {
  const { word, summary } = verdictWords(check, name)
  const status = check.httpStatus === null ? '' : `${check.httpStatus} · `
  return (
    <li className="not-last:before:border-line-strong max-tablet:grid-cols-[16px_auto_minmax(0,1fr)_auto] relative grid h-9 grid-cols-[16px_132px_1fr_auto_82px] items-center gap-3 text-sm not-last:before:absolute not-last:before:top-7 not-last:before:left-[7.5px] not-last:before:h-4 not-last:before:border-l">
      <VerdictGlyph name={check.outcome} />
      <span className={verdictInk[check.outcome]}>{word}</span>
      <span className="text-ink-2 truncate" title={summary}>
        {summary}
      </span>
      <span className="text-ink-3 max-tablet:hidden text-right text-xs">
        {status}
        {latencyWords(check.latencyMs)}
      </span>
      <TimeAgo time={check.checkedAt} className="text-ink-3 text-right text-xs" />
    </li>
  )
}
