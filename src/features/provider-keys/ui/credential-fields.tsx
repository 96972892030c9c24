'use client'

import { ArrowRight, ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Segmented } from '@/components/ui/segmented'
import type { Field } from '@/providers/provider'
import { providers, type ProviderId } from '@/providers/registry'
import { ProviderFieldInput } from './provider-field'
import type { TypedFields } from './use-typed-fields'
import { OutsideLink } from './verdict-card'

interface Props {
  typed: TypedFields
  /** Takes what was typed along to another provider; absent where the provider is fixed. */
  onSwitch?: (to: ProviderId) => void
  /** Fields of ours that stand after the provider's. */
  children?: ReactNode
}

/** A provider's fields in reading order; those that few need are folded away. */
export function CredentialFields({ typed, onSwitch, children }: Props) {
  const { provider, fields, suggest } = typed
  const firstSecret = fields.find(({ secret }) => secret)
  const draw = (field: Field) => (
    <ProviderFieldInput
      key={field.path}
      field={field}
      typed={typed}
      autoFocus={field === fields[0]}
      aside={
        field === firstSecret && provider.keysUrl ? (
          <MakeKey href={provider.keysUrl} name={provider.name} />
        ) : undefined
      }
    >
      {field === firstSecret && suggest && onSwitch && <Switching to={suggest} onSwitch={onSwitch} />}
    </ProviderFieldInput>
  )
  const advanced = fields.filter((field) => field.advanced)
  return (
    <>
      {provider.variants && typed.variant && (
        <Segmented
          label="Kind of credential"
          value={typed.variant}
          choices={provider.variants.map(({ id, label }) => ({ value: id, label }))}
          onChange={typed.chooseVariant}
        />
      )}
      <div className="grid grid-cols-2 gap-4">
        {fields.filter((field) => !field.advanced).map(draw)}
        {children}
      </div>
      {advanced.length > 0 && (
        <Folded
          names={advanced.map(({ label }) => label)}
          isNeeded={advanced.some(({ path }) => typed.errors[path] || typed.values[path])}
        >
          {advanced.map(draw)}
        </Folded>
      )}
    </>
  )
}

const MakeKey = ({ href, name }: { href: string; name: string }) => (
  <OutsideLink href={href}>Make a key at {name}</OutsideLink>
)

/** Offered when the pasted secret is another provider's. */
const Switching = ({ to, onSwitch }: { to: ProviderId; onSwitch: (to: ProviderId) => void }) => (
  <div
    role="status"
    className="rounded-control border-accent-line bg-accent-soft mt-2 flex items-center gap-3 border py-1.5 pr-1.5 pl-3 text-sm"
  >
    <span className="min-w-0 flex-1">This looks like a key of {providers[to].name}.</span>
    <Button size="sm" onClick={() => onSwitch(to)}>
      Switch to {providers[to].name}
      <ArrowRight />
    </Button>
  </div>
)

interface FoldedProps {
  names: string[]
  isNeeded: boolean
  children: ReactNode
}

function Folded({ names, isNeeded, children }: FoldedProps) {
  const [isOpened, setOpened] = useState(false)
  const isOpen = isOpened || isNeeded
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpened(!isOpen)}
        className="text-ink-2 hover:text-ink rounded-control inline-flex max-w-full cursor-default items-center gap-1.5 text-sm"
      >
        <ChevronRight
          aria-hidden
          className={cn('text-ink-3 size-3.5 transition-transform', isOpen && 'rotate-90')}
        />
        More options
        {!isOpen && <span className="text-ink-3 truncate">{names.join(', ')}</span>}
      </button>
      {isOpen && <div className="mt-3 grid grid-cols-2 gap-4">{children}</div>}
    </div>
  )
}
