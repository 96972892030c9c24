'use client'

import { Building2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Mark } from '@/components/ui/provider-mark'
import type { AccessOptionsView } from '../schema'
import { signInWithIssuer } from './use-sign-in'

interface Props {
  methods: AccessOptionsView['methods']
  to: string
}

const brands = new Set(['github', 'google'])

/** One button per configured issuer. */
export function IssuerButtons({ methods, to }: Props) {
  const [leaving, setLeaving] = useState<string | null>(null)
  const leave = (id: string) => {
    setLeaving(id)
    void signInWithIssuer(id, to)
  }
  return (
    <div className="grid gap-2">
      {methods.map(({ id, name }) => (
        <Button
          key={id}
          size="lg"
          className="w-full"
          busy={leaving === id && `Going to ${name}…`}
          onClick={() => leave(id)}
        >
          <span className="text-ink-2 absolute left-3">
            {brands.has(id) ? <Mark name={id} /> : <Building2 className="m-0!" />}
          </span>
          Continue with {name}
        </Button>
      ))}
    </div>
  )
}

export const Or = () => (
  <div
    aria-hidden
    className="text-ink-3 before:border-line after:border-line my-5 flex items-center gap-3 text-xs before:flex-1 before:border-t after:flex-1 after:border-t"
  >
    or
  </div>
)
