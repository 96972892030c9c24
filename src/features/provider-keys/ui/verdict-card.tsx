'use client'

import { ArrowUpRight } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { announce } from '@/components/ui/live-region'
import { VerdictGlyph } from '@/components/ui/verdict-glyph'
import type { Provider } from '@/providers/provider'
import type { Outcome } from '@/providers/verdict'
import type { VerdictLink, VerdictWords } from '../verdict-words'

/** Ground, hairline and ink of each verdict. */
export const verdictPlane: Record<Outcome, string> = {
  valid: 'bg-valid-soft border-valid-line [--knock:var(--valid-soft)]',
  limited: 'bg-limited-soft border-limited-line [--knock:var(--limited-soft)]',
  invalid: 'bg-invalid-soft border-invalid-line [--knock:var(--invalid-soft)]',
  unreachable: 'bg-unreachable-soft border-unreachable-line [--knock:var(--unreachable-soft)]',
  inconclusive: 'bg-inconclusive-soft border-inconclusive-line [--knock:var(--inconclusive-soft)]',
  untested: 'bg-untested-soft border-untested-line [--knock:var(--untested-soft)]',
}

export const verdictText: Record<Outcome, string> = {
  valid: 'text-valid',
  limited: 'text-limited',
  invalid: 'text-invalid',
  unreachable: 'text-unreachable',
  inconclusive: 'text-inconclusive',
  untested: 'text-untested',
}

/** Where a link of a verdict leads, or null where the provider has no such page. */
export function linkAddress(to: VerdictLink, provider: Provider): string | null {
  const addresses: Record<VerdictLink, string> = {
    keys: provider.keysUrl,
    status: provider.statusUrl,
    docs: provider.docsUrl,
  }
  return addresses[to] || null
}

export const OutsideLink = ({
  href,
  children,
  className,
}: {
  href: string
  children: ReactNode
  className?: string
}) => (
  <a
    href={href}
    target="_blank"
    rel="noreferrer"
    className={cn('link inline-flex items-center gap-1', className)}
  >
    {children}
    <ArrowUpRight aria-hidden className="size-3.5" />
    <span className="sr-only">(opens a new tab)</span>
  </a>
)

interface Props {
  outcome: Outcome
  words: VerdictWords
  provider: Provider
  /** The one deed. */
  action: ReactNode
  /** Where the eye goes instead of to the deed: to the secret that was refused. */
  onFocus?: () => void
}

/** What a test means and what to do next. Read out when it appears. */
export function VerdictCard({ outcome, words, provider, action, onFocus }: Props) {
  const card = useRef<HTMLDivElement>(null)
  const focus = useRef(onFocus)
  useEffect(() => {
    focus.current = onFocus
  })
  const spoken = `${words.word}. ${words.meaning} ${words.nextStep}`
  useEffect(() => {
    announce(spoken)
    card.current?.scrollIntoView({ block: 'nearest' })
    /* The button that was pressed may be gone; whoever goes on typing is left alone. */
    if (focus.current) return focus.current()
    if (!document.activeElement?.matches('input,textarea,select'))
      card.current?.querySelector('button')?.focus()
  }, [spoken])
  const href = words.link && linkAddress(words.link.to, provider)
  return (
    <div ref={card} data-outcome={outcome} className={cn('border-t p-4', verdictPlane[outcome])}>
      <div className="text-md flex items-center gap-2">
        <VerdictGlyph name={outcome} className="size-4.5" />
        <h3 className={cn('font-semibold', verdictText[outcome])}>{words.word}</h3>
        <span className="text-ink-3 ml-auto text-xs">Just now</span>
      </div>
      <p className="text-ink-2 max-tablet:ml-0 mt-1.5 ml-6.5 text-sm">
        {words.meaning} {words.nextStep}
      </p>
      <div className="max-tablet:ml-0 max-tablet:flex-col max-tablet:items-stretch max-tablet:text-center mt-3.5 ml-6.5 flex items-center gap-3.5 text-sm">
        {action}
        {words.link && href && (
          <OutsideLink href={href} className="justify-center">
            {words.link.text}
          </OutsideLink>
        )}
      </div>
    </div>
  )
}
