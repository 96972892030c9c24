import { useId, type ReactNode } from 'react'

interface Props {
  title: string
  /** What it is for, in a sentence. */
  lead?: ReactNode
  children: ReactNode
}

/** A part of a settings page: what it is at the left, what can be done at the right. */
export function Section({ title, lead, children }: Props) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="px-gutter laptop:grid-cols-[260px_minmax(0,1fr)] laptop:gap-10 grid gap-4 border-t py-6"
    >
      <div>
        <h2 id={id} className="text-md font-semibold">
          {title}
        </h2>
        {lead && <p className="text-ink-3 mt-1 text-sm">{lead}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
