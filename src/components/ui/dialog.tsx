'use client'

import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { FloatingRoot } from './floating-root'
import { ReturnFocus } from './return-focus'

export const scrimLook = 'animate-fade fixed inset-0 z-30 bg-scrim'
export const dialogLook =
  'plane-raised animate-rise fixed inset-0 z-40 m-auto flex h-fit max-h-[calc(100dvh-32px)] w-[440px] max-w-[calc(100vw-32px)] flex-col overflow-y-auto rounded-card border border-line-strong bg-raised p-6 shadow-float text-ink outline-none'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  children?: ReactNode
  className?: string
}

export function Dialog({ open, onOpenChange, title, description, children, className }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrimLook} />
        <Radix.Content
          className={cn(dialogLook, className)}
          {...(!description && { 'aria-describedby': undefined })}
        >
          <FloatingRoot>
            <ReturnFocus />
            <Radix.Title className="text-lg leading-6 font-semibold">{title}</Radix.Title>
            {description && (
              <Radix.Description asChild>
                <div className="text-ink-2 mt-1.5 text-sm">{description}</div>
              </Radix.Description>
            )}
            {children}
          </FloatingRoot>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** The buttons at the end of a dialog: the deed last. */
export const DialogActions = ({ children }: { children: ReactNode }) => (
  <div className="max-tablet:flex-col-reverse mt-5 flex justify-end gap-2">{children}</div>
)
