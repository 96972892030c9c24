'use client'

import { Menu as MenuIcon } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { cn } from './cn'
import { FloatingContext } from './floating-root'
import { IconButton } from './icon-button'
import { Sheet } from './sheet'
import { Tooltip } from './tooltip'

export interface NavItem {
  href: string
  label: string
  icon: ReactNode
}

/** Shown in full, or as icons where the rail is narrow. On a phone the rail stands in a sheet, in full. */
export const foldedLook = 'in-data-[rail=folding]:max-desktop:sr-only'

function Nav({ items }: { items: readonly NavItem[] }) {
  const path = usePathname()
  return (
    <nav aria-label="Main" className="flex flex-col gap-px">
      {items.map(({ href, label, icon }) => {
        const current = path === href || path.startsWith(`${href}/`)
        return (
          <Tooltip key={href} text={label} side="right" className="desktop:hidden max-tablet:hidden">
            <Link
              href={href}
              aria-current={current ? 'page' : undefined}
              className={cn(
                'rounded-control text-ink-2 hover:bg-pressed max-tablet:h-11 flex h-8 items-center gap-2.5 px-2 text-sm font-[450]',
                'in-data-[rail=folding]:max-desktop:h-9 in-data-[rail=folding]:max-desktop:justify-center',
                '[&_.lucide]:text-ink-3',
                current && 'bg-pressed text-ink [&_.lucide]:text-ink font-[550]',
              )}
            >
              {icon}
              <span className={foldedLook}>{label}</span>
            </Link>
          </Tooltip>
        )
      })}
    </nav>
  )
}

interface Props {
  switcher: ReactNode
  items: readonly NavItem[]
  /** What the bar of a phone says on pages that the rail does not name. */
  elsewhere: string
  person: ReactNode
  /** The same person as a single round button, for the bar of a phone. */
  avatar: ReactNode
  children: ReactNode
}

/** The rail lies on the canvas; the page is the one lifted plane. */
export function Frame({ switcher, items, elsewhere, person, avatar, children }: Props) {
  const path = usePathname()
  const [root, setRoot] = useState<HTMLElement | null>(null)
  const [openAt, setOpenAt] = useState<string | null>(null)
  const current = items.find(({ href }) => path === href || path.startsWith(`${href}/`))
  const rail = (
    <>
      {switcher}
      <Nav items={items} />
      <div className="mt-auto">{person}</div>
    </>
  )
  return (
    <FloatingContext value={root}>
      <div className="tablet:grid tablet:h-dvh tablet:grid-cols-[var(--rail)_minmax(0,1fr)] bg-canvas">
        <a
          href="#content"
          className="bg-raised shadow-float rounded-control sr-only z-50 px-3 py-2 text-sm focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
        >
          Skip to content
        </a>
        <div
          data-rail="folding"
          className="max-desktop:px-2 max-tablet:hidden flex min-h-0 flex-col gap-2 p-3"
        >
          {rail}
        </div>
        <header className="bg-surface tablet:hidden sticky top-0 z-20 flex h-13 items-center gap-2 border-b px-2 text-sm font-[550]">
          <IconButton label="Menu" bare onClick={() => setOpenAt(path)}>
            <MenuIcon />
          </IconButton>
          <span>{current?.label ?? elsewhere}</span>
          <span className="ml-auto">{avatar}</span>
        </header>
        <Sheet
          side="left"
          open={openAt === path}
          onOpenChange={(open) => setOpenAt(open ? path : null)}
          title="Latchkey"
        >
          <div className="flex min-h-full flex-col gap-3">{rail}</div>
        </Sheet>
        <main
          id="content"
          tabIndex={-1}
          className="bg-surface border-line tablet:my-2 tablet:mr-2 tablet:overflow-y-auto tablet:rounded-card tablet:border max-tablet:min-h-[calc(100dvh-52px)] relative isolate flex min-w-0 flex-col outline-none"
        >
          {children}
          <div ref={setRoot} />
        </main>
      </div>
    </FloatingContext>
  )
}
