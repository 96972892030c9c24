'use client'

import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { Outcome } from '@/providers/verdict'
import { keySentence, lookVerdicts, rejectedVerdicts, type KeyCounts } from './key-sentence'

interface Props {
  counts: KeyCounts
  onFilter: (verdicts: Outcome[]) => void
}

/** "14 keys. One is rejected, four need a look.": the problems filter the table. */
export function KeysSentence({ counts, onFilter }: Props) {
  const { count, rejected, look } = keySentence(counts)
  return (
    <p>
      {count}{' '}
      {rejected && (
        <Problem className="text-invalid" onClick={() => onFilter(rejectedVerdicts)}>
          {rejected}
        </Problem>
      )}
      {rejected && look && ', '}
      {look && (
        <Problem className="text-ink-2" onClick={() => onFilter(lookVerdicts)}>
          {look}
        </Problem>
      )}
      {(rejected || look) && '.'}
    </p>
  )
}

const Problem = ({ className, ...rest }: { className: string; onClick: () => void; children: ReactNode }) => (
  <button
    type="button"
    {...rest}
    className={cn(
      'rounded-tag cursor-default font-medium decoration-1 underline-offset-3 hover:underline',
      className,
    )}
  />
)
