import type { ComponentProps } from 'react'
import { cn } from './cn'

export const Kbd = ({ className, ...rest }: ComponentProps<'kbd'>) => (
  <kbd
    {...rest}
    className={cn(
      'rounded-tag border-line-strong bg-sunken text-ink-3 max-tablet:hidden border px-1 font-sans text-[11px] leading-4 font-medium',
      className,
    )}
  />
)
