import type { GlyphName } from '@/components/ui/verdict-glyph'

export type BulkDeed = 'test' | 'activate' | 'deactivate' | 'delete'

/** What became of one key of a bulk deed. */
export interface BulkResult {
  id: string
  label: string
  ok: boolean
  glyph: GlyphName
  /** "Valid", "Rejected by OpenAI", "On", or why it was refused. */
  words: string
}

export interface BulkRun {
  deed: BulkDeed
  total: number
  results: readonly BulkResult[]
  isRunning: boolean
  /** The budget of tests is spent; it goes on then, in milliseconds. */
  waitsUntil: number | null
}

const deedWords: Record<BulkDeed, { doing: string; done: string }> = {
  test: { doing: 'Testing', done: 'tested' },
  activate: { doing: 'Activating', done: 'activated' },
  deactivate: { doing: 'Deactivating', done: 'deactivated' },
  delete: { doing: 'Deleting', done: 'deleted' },
}

/** "Testing 3 of 12"; when done "11 of 12 tested, 1 failed". */
export function runWords({ deed, total, results, isRunning }: BulkRun): string {
  if (isRunning) return `${deedWords[deed].doing} ${results.length} of ${total}`
  const failed = results.filter(({ ok }) => !ok).length
  const skipped = total - results.length
  const good = results.length - failed
  const parts = [
    `${good === total ? good : `${good} of ${total}`} ${deedWords[deed].done}`,
    failed > 0 && `${failed} failed`,
    skipped > 0 && `${skipped} not started`,
  ]
  return parts.filter(Boolean).join(', ')
}
