'use client'

import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { useFloatingRoot } from './floating-root'

export const TooltipProvider = Radix.Provider

interface Props {
  text: ReactNode
  /** One element that takes the pointer and the focus. */
  children: ReactNode
  side?: 'top' | 'right' | 'bottom' | 'left'
  className?: string
}

export function Tooltip({ text, children, side, className }: Props) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={useFloatingRoot()}>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            'plane-raised animate-rise rounded-control border-line-strong bg-raised shadow-float text-ink z-50 max-w-64 border px-2 py-1 text-xs',
            className,
          )}
        >
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
