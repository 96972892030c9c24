import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { Tooltip } from './tooltip'

interface Props extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** What it does: its accessible name, and the tooltip. */
  label: string
  children: ReactNode
  /** Leaves out the tooltip, for example on the trigger of a menu that says the same. */
  bare?: boolean
}

export function IconButton({ label, children, bare, className, type, ...rest }: Props) {
  const button = (
    <button
      type={type ?? 'button'}
      aria-label={label}
      className={cn(
        'size-touch rounded-control text-ink-3 hover:bg-pressed hover:text-ink data-[state=open]:bg-pressed data-[state=open]:text-ink inline-grid shrink-0 cursor-default place-items-center disabled:opacity-50',
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  )
  return bare ? button : <Tooltip text={label}>{button}</Tooltip>
}
