'use client'

import { TriangleAlert } from 'lucide-react'
import { createContext, use, useId, type ReactNode } from 'react'
import { cn } from './cn'

interface Wiring {
  id: string
  describedBy: string | undefined
  invalid: boolean
  required: boolean
}

const FieldContext = createContext<Wiring | null>(null)

/** Attributes that tie a control to the label, hint and error of the field around it. */
export function useField(): {
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  required?: boolean
} {
  const wiring = use(FieldContext)
  if (!wiring) return {}
  return {
    id: wiring.id,
    'aria-describedby': wiring.describedBy,
    'aria-invalid': wiring.invalid || undefined,
    required: wiring.required || undefined,
  }
}

interface Props {
  label: ReactNode
  /** The control, or several. */
  children: ReactNode
  hint?: ReactNode
  error?: string | null
  required?: boolean
  /** Says "Optional" where the label ends. */
  optional?: boolean
  /** A link or a word at the end of the label's line. */
  aside?: ReactNode
  className?: string
}

export function Field({ label, children, hint, error, required, optional, aside, className }: Props) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(' ') || undefined
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error), required: Boolean(required) }}>
      <div className={cn('min-w-0', className)}>
        <div className="mb-1.5 flex items-baseline gap-2 text-sm">
          <label htmlFor={id} className="font-medium">
            {label}
          </label>
          <span className="text-ink-3 ml-auto text-xs">{aside ?? (optional && 'Optional')}</span>
        </div>
        {children}
        {error && (
          <p id={errorId} className="text-invalid mt-1.5 flex items-start gap-1.5 text-xs">
            <TriangleAlert aria-hidden className="text-invalid-mark mt-px size-3.5" />
            {error}
          </p>
        )}
        {hint && (
          <div id={hintId} className="text-ink-3 mt-1.5 text-xs">
            {hint}
          </div>
        )}
      </div>
    </FieldContext>
  )
}
