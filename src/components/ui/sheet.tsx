'use client'

import { ArrowLeft, X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { FloatingRoot } from './floating-root'
import { scrimLook } from './dialog'
import { IconButton } from './icon-button'
import { ReturnFocus } from './return-focus'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** Second line of the head. */
  subtitle?: ReactNode
  /** Before the title, for example a mark. */
  lead?: ReactNode
  /** Shows an arrow that leads to the step before. */
  onBack?: () => void
  children: ReactNode
  footer?: ReactNode
  /** Something was typed: a click beside the sheet does not close it. */
  sticky?: boolean
  /** Where it comes from. */
  side?: 'left' | 'right'
  className?: string
}

const sides = {
  right: 'inset-2 left-auto w-136',
  left: 'inset-y-0 left-0 w-72 rounded-none border-y-0 border-l-0',
}

export function Sheet(props: Props) {
  const {
    open,
    onOpenChange,
    title,
    subtitle,
    lead,
    onBack,
    children,
    footer,
    sticky,
    side = 'right',
    className,
  } = props
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrimLook} />
        <Radix.Content
          data-side={side}
          onInteractOutside={sticky ? (event) => event.preventDefault() : undefined}
          {...(!subtitle && { 'aria-describedby': undefined })}
          className={cn(
            'plane-raised animate-slide rounded-card border-line bg-raised shadow-float text-ink fixed z-40 flex flex-col overflow-hidden border outline-none',
            sides[side],
            side === 'right' &&
              'max-tablet:inset-0 max-tablet:w-auto max-tablet:rounded-none max-tablet:border-0',
            className,
          )}
        >
          <FloatingRoot>
            <ReturnFocus />
            <header className="max-tablet:pr-2 max-tablet:pl-4 flex h-14 shrink-0 items-center gap-3 border-b pr-4 pl-6">
              {onBack && (
                <IconButton label="Back" className="-ml-2" onClick={onBack}>
                  <ArrowLeft />
                </IconButton>
              )}
              {lead}
              <div className="min-w-0">
                <Radix.Title className="truncate text-lg leading-5 font-semibold">{title}</Radix.Title>
                {subtitle && (
                  <Radix.Description className="text-ink-3 truncate text-xs">{subtitle}</Radix.Description>
                )}
              </div>
              <Radix.Close asChild>
                <IconButton label="Close" bare className="ml-auto">
                  <X />
                </IconButton>
              </Radix.Close>
            </header>
            <div className="max-tablet:p-4 flex min-h-0 flex-1 flex-col gap-4.5 overflow-y-auto px-6 pt-5 pb-6">
              {children}
            </div>
            {footer && (
              <footer className="text-ink-3 max-tablet:px-4 flex min-h-13 shrink-0 items-center gap-2 border-t px-6 py-2 text-xs">
                {footer}
              </footer>
            )}
          </FloatingRoot>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
