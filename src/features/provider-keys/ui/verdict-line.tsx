import { cn } from '@/components/ui/cn'
import { VerdictGlyph, type GlyphName } from '@/components/ui/verdict-glyph'

/** Only problems take colour: a valid word stays ink. */
export const verdictInk: Record<GlyphName, string> = {
  valid: 'text-ink font-[450]',
  limited: 'text-limited font-medium',
  invalid: 'text-invalid font-medium',
  unreachable: 'text-unreachable font-medium',
  inconclusive: 'text-inconclusive font-medium',
  untested: 'text-untested',
  testing: 'text-ink font-medium',
}

interface Props {
  outcome: GlyphName
  word: string
  why?: string | null
  /** Shown on hover instead of the reason alone. */
  title?: string
  className?: string
  whyClassName?: string
  wordClassName?: string
}

/** Glyph, word and reason on one line. */
export const VerdictLine = ({ outcome, word, why, title, className, whyClassName, wordClassName }: Props) => (
  <span className={cn('flex min-w-0 items-center gap-2', className)}>
    <VerdictGlyph name={outcome} />
    <span className={cn(verdictInk[outcome], wordClassName)}>{word}</span>
    {why && (
      <span className={cn('text-ink-3 min-w-0 truncate', whyClassName)} title={title ?? why}>
        {why}
      </span>
    )}
  </span>
)
