import type { ComponentProps } from 'react'
import { cn } from './cn'
import { useField } from './field'
import { fieldLook } from './input'

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={4}
      autoComplete="off"
      {...useField()}
      {...rest}
      className={cn(
        fieldLook,
        'aria-invalid:border-invalid-mark block w-full resize-y px-2.5 py-2 leading-5 disabled:opacity-60',
        className,
      )}
    />
  )
}
