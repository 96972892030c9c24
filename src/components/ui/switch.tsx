'use client'

import { Switch as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

interface Props extends Omit<ComponentProps<typeof Radix.Root>, 'aria-label'> {
  /** What it switches. */
  label: string
}

export function Switch({ label, className, ...rest }: Props) {
  return (
    <Radix.Root
      aria-label={label}
      {...rest}
      className={cn(
        'bg-switch-off data-[state=checked]:bg-switch-on max-tablet:h-5 max-tablet:w-9 relative inline-flex h-4 w-7 shrink-0 cursor-default items-center rounded-full p-0.5 align-middle before:absolute before:-inset-x-1.5 before:-inset-y-2.5 disabled:opacity-50',
        className,
      )}
    >
      <Radix.Thumb className="bg-surface data-[state=checked]:bg-switch-thumb duration-fast ease-calm max-tablet:size-4 max-tablet:data-[state=checked]:translate-x-4 block size-3 rounded-full transition-transform data-[state=checked]:translate-x-3" />
    </Radix.Root>
  )
}
