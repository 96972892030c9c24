'use client'

import { AlertDialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button'
import { FloatingRoot } from './floating-root'
import { ReturnFocus } from './return-focus'
import { dialogLook, DialogActions, scrimLook } from './dialog'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Names the thing and the deed: "Delete Checkout assistant". */
  title: string
  /** The consequence. */
  description: ReactNode
  /** A condition to fulfil first, such as typing a name. */
  children?: ReactNode
  /** The safe choice; it has the focus when the dialog opens. */
  keep: string
  confirm: string
  onConfirm: () => void
  /** Something is lost for good: the last button is red. */
  destroys?: boolean
  /** Not yet allowed, for example until the name is typed. */
  disabled?: boolean
  busy?: string | false
}

export function AlertDialog(props: Props) {
  const {
    open,
    onOpenChange,
    title,
    description,
    children,
    keep,
    confirm,
    onConfirm,
    destroys,
    disabled,
    busy,
  } = props
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrimLook} />
        <Radix.Content className={dialogLook}>
          <FloatingRoot>
            <ReturnFocus />
            <Radix.Title className="text-lg leading-6 font-semibold">{title}</Radix.Title>
            <Radix.Description asChild>
              <div className="text-ink-2 mt-1.5 text-sm">{description}</div>
            </Radix.Description>
            {children && <div className="mt-4.5">{children}</div>}
            <DialogActions>
              <Radix.Cancel asChild>
                <Button>{keep}</Button>
              </Radix.Cancel>
              <Button
                look={destroys ? 'destroy' : 'primary'}
                disabled={disabled}
                busy={busy}
                onClick={onConfirm}
              >
                {confirm}
              </Button>
            </DialogActions>
          </FloatingRoot>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
