import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A bar where text will stand. Shows only after 150 ms, so that quick answers do not flicker. */
export const Skeleton = ({ className, ...rest }: ComponentProps<'span'>) => (
  <span
    aria-hidden
    {...rest}
    className={cn('animate-late bg-pressed inline-block h-2.5 w-24 rounded-[3px]', className)}
  />
)
