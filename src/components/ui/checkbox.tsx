'use client'

import { Check, Minus } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

interface Props extends Omit<ComponentProps<typeof Radix.Root>, 'aria-label'> {
  /** Left out only inside a `label` with words. */
  label?: string
}

export function Checkbox({ label, className, checked, ...rest }: Props) {
  return (
    <Radix.Root
      aria-label={label}
      checked={checked}
      {...rest}
      className={cn(
        'rounded-tag border-line-field bg-surface text-accent-on data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent max-tablet:size-5.5 max-tablet:rounded-control relative inline-grid size-4 shrink-0 cursor-default place-items-center border before:absolute before:-inset-2.5 disabled:opacity-50',
        className,
      )}
    >
      <Radix.Indicator>
        {checked === 'indeterminate' ? (
          <Minus className="size-3 stroke-[2.5]" />
        ) : (
          <Check className="size-3 stroke-[2.5]" />
        )}
      </Radix.Indicator>
    </Radix.Root>
  )
}
