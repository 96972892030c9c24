'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { IconButton } from './icon-button'
import { Input } from './input'

/** A person's own password: browsers may fill it and offer to keep it. */
export function PasswordInput(props: Omit<ComponentProps<typeof Input>, 'type' | 'trail'>) {
  const [shown, setShown] = useState(false)
  return (
    <Input
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      trail={
        <IconButton
          label={shown ? 'Hide password' : 'Show password'}
          className="size-7"
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff /> : <Eye />}
        </IconButton>
      }
    />
  )
}
