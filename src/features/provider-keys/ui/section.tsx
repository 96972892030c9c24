import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

interface Props {
  title: string
  /** Beside the title, in small. */
  note?: ReactNode
  children: ReactNode
  className?: string
}

/** A part of the detail page: hairlines between, no cards. */
export const Section = ({ title, note, children, className }: Props) => (
  <section className={cn('border-line px-gutter max-tablet:py-4 border-b py-5 last:border-b-0', className)}>
    <h2 className="text-md mb-3 flex items-baseline gap-2 font-semibold">
      {title}
      {note && <small className="text-ink-3 text-xs font-normal">{note}</small>}
    </h2>
    {children}
  </section>
)
