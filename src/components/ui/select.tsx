import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { useField } from './field'
import { fieldLook } from './input'

interface Props extends ComponentProps<'select'> {
  choices: readonly { value: string; label: string }[]
  /** Shown while nothing is chosen. */
  placeholder?: string
}

/** The system's own list: it knows touch, keyboard and screen readers best. */
export function Select({ choices, placeholder, className, ...rest }: Props) {
  return (
    <span className={cn(fieldLook, 'h-field relative flex w-full items-center', className)}>
      <select
        {...useField()}
        {...rest}
        className="bg-plate h-full w-full cursor-default appearance-none rounded-[inherit] bg-transparent pr-8 pl-2.5 outline-none"
      >
        {placeholder !== undefined && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {choices.map(({ value, label }) => (
          <option key={value} value={value} className="bg-raised text-ink">
            {label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="text-ink-3 pointer-events-none absolute right-2.5" />
    </span>
  )
}
