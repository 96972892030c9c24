'use client'

import { useId, type ReactNode } from 'react'
import { cn } from './cn'

interface Props<Value extends string> {
  /** What is chosen: the accessible name of the group. */
  label: string
  value: Value
  choices: readonly { value: Value; label: ReactNode }[]
  onChange: (value: Value) => void
  size?: 'sm' | 'md'
  disabled?: boolean
  className?: string
}

/** One of a few, all in sight. Radio buttons underneath, so arrow keys and forms work as everywhere. */
export function Segmented<Value extends string>({
  label,
  value,
  choices,
  onChange,
  size = 'md',
  disabled,
  className,
}: Props<Value>) {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cn(
        'border-line bg-sunken flex gap-0.5 border p-0.5 text-sm',
        size === 'md' ? 'h-field w-full rounded-[8px]' : 'rounded-control max-tablet:h-control h-7 text-xs',
        className,
      )}
    >
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={cn(
            'text-ink-2 has-checked:border-line-strong has-checked:bg-surface has-checked:text-ink dark:has-checked:bg-pressed has-focus-visible:outline-focus relative flex min-w-0 flex-1 cursor-default items-center justify-center gap-1.5 rounded-[5px] border border-transparent px-2.5 whitespace-nowrap has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-1',
            disabled && 'opacity-60',
          )}
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={disabled}
            onChange={() => onChange(choice.value)}
            className="absolute inset-0 cursor-default appearance-none rounded-[inherit] outline-none"
          />
          {choice.label}
        </label>
      ))}
    </div>
  )
}
