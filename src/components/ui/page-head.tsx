import type { ReactNode } from 'react'

interface Props {
  title: string
  /** One sentence. */
  children?: ReactNode
  /** One primary action. */
  action?: ReactNode
}

/** The top of a page: one title, one sentence, one primary action. */
export const PageHead = ({ title, children, action }: Props) => (
  <header className="px-gutter max-tablet:pt-4 max-tablet:pb-3 relative flex items-start gap-4 pt-5 pb-4">
    <div className="min-w-0">
      <h1 className="text-xl font-semibold">{title}</h1>
      {children && <div className="text-ink-3 max-tablet:mt-1.5 mt-0.5">{children}</div>}
    </div>
    {action && (
      <div className="max-tablet:right-gutter max-tablet:absolute max-tablet:top-3 max-tablet:pt-0 ml-auto flex items-center gap-2 pt-1.5">
        {action}
      </div>
    )}
  </header>
)
