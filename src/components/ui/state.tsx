import type { ReactNode } from 'react'
import { cn } from './cn'

interface Props {
  icon: ReactNode
  title: string
  /** What this is, or what happened and whose side it is on. */
  children: ReactNode
  /** The next step. */
  action?: ReactNode
  /** `h1` where it stands for the whole page. */
  heading?: 'h1' | 'h2'
  role?: 'alert' | 'status'
  className?: string
}

/** A whole area that has something to say instead of something to show. */
export const State = ({ icon, title, children, action, heading: Heading = 'h2', role, className }: Props) => (
  <div
    role={role}
    className={cn('px-gutter mx-auto flex max-w-md flex-col items-center py-16 text-center', className)}
  >
    <span className="border-line bg-sunken text-ink-3 rounded-card mb-4 grid size-10 place-items-center border">
      {icon}
    </span>
    <Heading className="text-lg font-semibold">{title}</Heading>
    <div className="text-ink-3 mt-1 text-balance">{children}</div>
    {action && <div className="mt-5 flex items-center gap-2">{action}</div>}
  </div>
)
