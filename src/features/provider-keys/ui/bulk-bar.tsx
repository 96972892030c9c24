'use client'

import { Power, PowerOff, RefreshCw, Trash2, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Kbd } from '@/components/ui/kbd'
import { runWords, type BulkDeed, type BulkRun } from './bulk-deeds'
import { useElapsed } from './use-elapsed'

interface Props {
  selected: number
  run: BulkRun | null
  onDeed: (deed: BulkDeed) => void
  onStop: () => void
  onResults: () => void
  onClear: () => void
}

const bar =
  'border-accent-line bg-accent-soft mx-[calc(var(--gutter)-8px)] -mt-1 mb-2 flex h-9 shrink-0 items-center gap-1.5 rounded-[8px] border px-2 text-sm [--knock:var(--accent-soft)] max-tablet:fixed max-tablet:inset-x-2 max-tablet:bottom-2 max-tablet:z-20 max-tablet:m-0 max-tablet:h-14 max-tablet:rounded-card max-tablet:pl-3.5 max-tablet:shadow-float'

/** Stands where the filters stood, at the same height: nothing jumps. On a phone it lies at the foot. */
export function BulkBar({ selected, run, onDeed, onStop, onResults, onClear }: Props) {
  if (run) return <RunBar run={run} onStop={onStop} onResults={onResults} onClear={onClear} />
  return (
    <div role="toolbar" aria-label="Selected keys" className={bar}>
      <span className="font-medium whitespace-nowrap">{selected} selected</span>
      <Divider />
      <Deed icon={<RefreshCw />} onClick={() => onDeed('test')}>
        Test
      </Deed>
      <Deed icon={<Power />} onClick={() => onDeed('activate')}>
        Activate
      </Deed>
      <Deed icon={<PowerOff />} onClick={() => onDeed('deactivate')}>
        Deactivate
      </Deed>
      <Deed icon={<Trash2 />} risk onClick={() => onDeed('delete')}>
        Delete
      </Deed>
      <Button look="ghost" className="max-tablet:h-11 ml-auto h-6.5 px-2" onClick={onClear}>
        Clear
        <Kbd>Esc</Kbd>
      </Button>
    </div>
  )
}

const Divider = () => <span aria-hidden className="bg-accent-line mx-1 h-4 w-px" />

interface DeedProps {
  icon: ReactNode
  risk?: boolean
  onClick: () => void
  children: string
}

const Deed = ({ icon, risk, onClick, children }: DeedProps) => (
  <Button
    look="ghost"
    aria-label={children}
    onClick={onClick}
    className={cn(
      'text-ink max-tablet:h-11 max-tablet:min-w-11 h-6.5 px-2',
      risk && 'text-invalid hover:text-invalid [&_.lucide]:text-invalid',
    )}
  >
    {icon}
    <span className="max-tablet:sr-only">{children}</span>
  </Button>
)

function RunBar({
  run,
  onStop,
  onResults,
  onClear,
}: Pick<Props, 'onStop' | 'onResults' | 'onClear'> & { run: BulkRun }) {
  const share = run.total === 0 ? 1 : run.results.length / run.total
  return (
    <div role="toolbar" aria-label="Progress" className={bar}>
      <span className="font-medium whitespace-nowrap">{runWords(run)}</span>
      {run.isRunning && (
        <span
          role="progressbar"
          aria-label={runWords(run)}
          aria-valuemin={0}
          aria-valuemax={run.total}
          aria-valuenow={run.results.length}
          className="bg-accent-line mx-2 h-1 max-w-60 min-w-12 flex-1 overflow-hidden rounded-full"
        >
          <span className="bg-accent block h-full origin-left" style={{ transform: `scaleX(${share})` }} />
        </span>
      )}
      {run.waitsUntil !== null && <Waiting key={run.waitsUntil} until={run.waitsUntil} />}
      <span className="ml-auto flex gap-1.5">
        {!run.isRunning && (
          <Button look="ghost" className="text-ink max-tablet:h-11 h-6.5 px-2" onClick={onResults}>
            Show results
          </Button>
        )}
        <Button
          look="ghost"
          className="max-tablet:h-11 h-6.5 px-2"
          onClick={run.isRunning ? onStop : onClear}
        >
          {run.isRunning ? 'Stop' : 'Done'}
          {!run.isRunning && <X />}
        </Button>
      </span>
    </div>
  )
}

function Waiting({ until }: { until: number }) {
  const [from] = useState(Date.now)
  const seconds = Math.max(0, Math.ceil((until - from - useElapsed(from)) / 1000))
  return (
    <span className="text-ink-2 truncate">
      <span className="max-tablet:sr-only">Tests per minute are limited. </span>Goes on in {seconds} s
    </span>
  )
}
