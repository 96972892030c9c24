'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { cn } from './cn'
import { IconButton } from './icon-button'
import { Input } from './input'
import { Textarea } from './textarea'

/* Not a password field, and every known password manager is told to pass: a provider's secret must not end up in a
   browser's or a manager's storage, nor be filled into the wrong key. */
const untouched = {
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
  'data-1p-ignore': true,
  'data-lpignore': 'true',
  'data-bwignore': true,
  'data-form-type': 'other',
} as const

const look = (shown: boolean) =>
  cn('text-code max-tablet:text-md', !shown && 'text-veiled placeholder:[-webkit-text-security:none]')

function Reveal({ shown, onToggle }: { shown: boolean; onToggle: () => void }) {
  return (
    <IconButton label={shown ? 'Hide secret' : 'Show secret'} className="size-7" onClick={onToggle}>
      {shown ? <EyeOff /> : <Eye />}
    </IconButton>
  )
}

export function SecretInput(
  props: Omit<ComponentProps<typeof Input>, 'type' | 'trail' | keyof typeof untouched>,
) {
  const [shown, setShown] = useState(false)
  return (
    <Input
      {...props}
      {...untouched}
      type="text"
      inputClassName={look(shown)}
      trail={<Reveal shown={shown} onToggle={() => setShown(!shown)} />}
    />
  )
}

/** For secrets of several lines, such as a service account's JSON. */
export function SecretTextarea(props: Omit<ComponentProps<typeof Textarea>, keyof typeof untouched>) {
  const [shown, setShown] = useState(false)
  return (
    <span className="relative block">
      <Textarea {...props} {...untouched} className={cn(look(shown), 'pr-10')} />
      <span className="absolute top-1 right-1">
        <Reveal shown={shown} onToggle={() => setShown(!shown)} />
      </span>
    </span>
  )
}
