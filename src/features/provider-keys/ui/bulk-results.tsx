'use client'

import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { VerdictGlyph } from '@/components/ui/verdict-glyph'
import { runWords, type BulkRun } from './bulk-deeds'

interface Props {
  run: BulkRun | null
  open: boolean
  onClose: () => void
}

/** A result for each key, failures first. */
export function BulkResults({ run, open, onClose }: Props) {
  if (!run) return null
  const results = run.results.toSorted((a, b) => Number(a.ok) - Number(b.ok))
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Results"
      description={`${runWords(run)}.`}
      className="w-[520px]"
    >
      <ul
        tabIndex={0}
        aria-label="Result of each key"
        className="border-line mt-4 max-h-96 overflow-y-auto border-y"
      >
        {results.map((result) => (
          <li key={result.id} className="border-line flex items-start gap-2.5 py-2 text-sm not-last:border-b">
            <VerdictGlyph name={result.glyph} className="mt-0.5" />
            <span className="min-w-0 flex-1 truncate font-medium">{result.label}</span>
            <span className="text-ink-2 max-w-72 text-right">{result.words}</span>
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  )
}
