import type { ReactNode } from 'react'
import { Dial } from './dial'
import { Logo } from './logo'

interface Props {
  title: string
  lead?: ReactNode
  children: ReactNode
  /** One quiet line at the foot. */
  foot?: ReactNode
}

/** A page before the product: one box in the middle of the dial. */
export const Gate = ({ title, lead, children, foot }: Props) => (
  <div className="bg-surface relative grid min-h-dvh grid-rows-[1fr_auto] overflow-hidden">
    <Dial />
    <main className="relative m-auto w-90 max-w-[calc(100vw-48px)] py-6">
      <Logo />
      <h1 className="mt-6 text-[22px] leading-7 font-semibold">{title}</h1>
      {lead && <p className="text-ink-3 mt-1">{lead}</p>}
      <div className="mt-6">{children}</div>
    </main>
    <footer className="text-ink-3 max-tablet:px-6 max-tablet:py-4 relative flex min-h-14 items-center justify-between gap-6 px-8 py-5 text-xs">
      {foot}
    </footer>
  </div>
)
