import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { useField } from './field'

/** Edge, ground and focus of everything that is typed into. */
export const fieldLook =
  'rounded-control border border-line-strong bg-plate text-ink text-sm focus-within:border-transparent focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus has-[:disabled]:opacity-60 has-[[aria-invalid=true]]:border-invalid-mark max-tablet:text-lg'

interface Props extends ComponentProps<'input'> {
  /** Before and after the text, inside the edge. */
  lead?: ReactNode
  trail?: ReactNode
  inputClassName?: string
}

export function Input({ lead, trail, className, inputClassName, ...rest }: Props) {
  return (
    <span className={cn(fieldLook, 'h-field flex w-full min-w-0 items-center gap-2 px-2.5', className)}>
      {lead && <span className="text-ink-3 grid place-items-center">{lead}</span>}
      <input
        autoComplete="off"
        {...useField()}
        {...rest}
        className={cn('h-full w-full min-w-0 bg-transparent outline-none', inputClassName)}
      />
      {trail && <span className="-mr-1.5 flex items-center">{trail}</span>}
    </span>
  )
}
