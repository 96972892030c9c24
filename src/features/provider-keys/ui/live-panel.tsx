'use client'

import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { VerdictGlyph, type GlyphName } from '@/components/ui/verdict-glyph'
import { stageNames, type Stage, type Verdict } from '@/providers/verdict'
import { verdictWords } from '../verdict-words'
import { reachingWords, stageLabels, stageWords } from './stage-words'
import { latencyWords } from './time-words'
import { useElapsed } from './use-elapsed'
import { useReveal } from './use-reveal'
import type { Phase } from './use-secret-test'

interface LineProps {
  name: Stage['name']
  glyph: GlyphName
  what?: string
  time?: string
  isQuiet?: boolean
}

const StageLine = ({ name, glyph, what, time, isQuiet }: LineProps) => (
  <li className="not-last:before:border-line-strong max-tablet:grid-cols-[16px_84px_1fr_auto] max-tablet:gap-2 relative grid h-8.5 grid-cols-[16px_104px_1fr_auto] items-center gap-3 text-sm not-last:before:absolute not-last:before:top-[27px] not-last:before:left-[7.5px] not-last:before:h-3.5 not-last:before:border-l">
    <VerdictGlyph name={glyph} />
    <span className={cn('font-medium', isQuiet && 'text-ink-3 font-[450]')}>{stageLabels[name]}</span>
    <span className={cn('truncate', isQuiet ? 'text-ink-3' : 'text-ink-2')} title={what}>
      {what}
    </span>
    <span className="text-ink-3 text-xs">{time}</span>
  </li>
)

/** While the call is out nothing is known but that it is: the first stage runs, the others wait. */
function RunningStages({ host, startedAt }: { host: string; startedAt: number }) {
  const elapsed = useElapsed(startedAt)
  return stageNames.map((name, i) =>
    i === 0 ? (
      <StageLine
        key={name}
        name={name}
        glyph="testing"
        what={reachingWords(host)}
        time={`${(elapsed / 1000).toFixed(1)} s`}
      />
    ) : (
      <StageLine key={name} name={name} glyph="untested" isQuiet />
    ),
  )
}

const glyphs: Record<Stage['state'], (verdict: Verdict) => GlyphName> = {
  passed: () => 'valid',
  warned: () => 'limited',
  failed: ({ outcome }) => (outcome === 'valid' ? 'limited' : outcome),
  unknown: () => 'untested',
  skipped: () => 'untested',
}

interface DoneProps {
  verdict: Verdict
  host: string
  name: string
  children: (words: ReturnType<typeof verdictWords>) => ReactNode
}

function Done({ verdict, host, name, children }: DoneProps) {
  const shown = useReveal(verdict.stages.length, verdict)
  const words = verdictWords(verdict, name)
  const about = { host, summary: words.summary, params: verdict.params, usable: verdict.usable }
  return (
    <>
      <ol className={stagesLook}>
        {verdict.stages.map((stage, i) =>
          i < shown ? (
            <StageLine
              key={stage.name}
              name={stage.name}
              glyph={glyphs[stage.state](verdict)}
              what={stageWords(stage, about)}
              time={stage.latencyMs === null ? undefined : latencyWords(stage.latencyMs)}
              isQuiet={stage.state === 'skipped' || stage.state === 'unknown'}
            />
          ) : (
            <StageLine
              key={stage.name}
              name={stage.name}
              glyph={i === shown ? 'testing' : 'untested'}
              isQuiet
            />
          ),
        )}
      </ol>
      {shown >= verdict.stages.length && children(words)}
    </>
  )
}

const stagesLook = 'bg-sunken px-4 py-2 [--knock:var(--sunken)]'

interface Props {
  phase: Phase
  /** How sentences call the provider. */
  name: string
  /** The card under the stages. */
  children: (words: ReturnType<typeof verdictWords>) => ReactNode
}

/** A test as it goes: four stages that never move, then the verdict under them. */
export function LivePanel({ phase, name, children }: Props) {
  if (phase.kind !== 'running' && phase.kind !== 'verdict') return null
  return (
    <section aria-label="Test" className="rounded-card border-line shrink-0 overflow-hidden border">
      {phase.kind === 'running' ? (
        <ol className={stagesLook}>
          <RunningStages host={phase.host} startedAt={phase.startedAt} />
        </ol>
      ) : (
        <Done verdict={phase.verdict} host={phase.host} name={name}>
          {children}
        </Done>
      )}
    </section>
  )
}
