'use client'

import { ArrowRight, ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Segmented } from '@/components/ui/segmented'
import type { Field } from '@/providers/provider'
import { providers, type ProviderId } from '@/providers/registry'
import { wholeLines } from './field-layout'
import { needsLine, ProviderFieldInput } from './provider-field'
import type { TypedFields } from './use-typed-fields'
import { OutsideLink } from './verdict-card'

interface Props {
  typed: TypedFields
  /** Takes what was typed along to another provider; absent where the provider is fixed. */
  onSwitch?: (to: ProviderId) => void
  /** Fields of ours, after what is needed and before what may be added; told whether a whole line is free for them. */
  children?: (isAlone: boolean) => ReactNode
  /** What stands before the folded options. */
  before?: ReactNode
}

/** A provider's fields in reading order; those that few need are folded away. */
export function CredentialFields({ typed, onSwitch, children, before }: Props) {
  const { provider, fields, suggest } = typed
  const firstSecret = fields.find(({ secret }) => secret)
  const draw = (field: Field, isWhole: boolean) => (
    <ProviderFieldInput
      key={field.path}
      field={field}
      typed={typed}
      isWhole={isWhole}
      autoFocus={field === fields[0]}
      aside={
        field === firstSecret && provider.keysUrl ? (
          <MakeKey href={provider.keysUrl} name={provider.name} />
        ) : undefined
      }
      offer={
        field === firstSecret && suggest && onSwitch ? (
          <Switching to={suggest} why={typed.errors[field.path]} onSwitch={onSwitch} />
        ) : undefined
      }
    />
  )
  const isNeeded = (field: Field) => field.secret || field.required
  const plain = fields.filter((field) => !field.advanced)
  const advanced = fields.filter((field) => field.advanced)
  const first = plain.filter(isNeeded)
  const rest = plain.filter((field) => !isNeeded(field))
  const own = children ? [false] : []
  const whole = wholeLines([...first.map(needsLine), ...own, ...rest.map(needsLine)])
  const wholeAdvanced = wholeLines(advanced.map(needsLine))
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
        {first.map((field, i) => draw(field, whole[i] === true))}
        {children?.(whole[first.length] === true)}
        {rest.map((field, i) => draw(field, whole[first.length + own.length + i] === true))}
      </div>
      {before}
      {advanced.length > 0 && (
        <Folded
          names={advanced.map(({ label }) => label)}
          isNeeded={advanced.some(({ path }) => typed.errors[path] || typed.values[path])}
        >
          {advanced.map((field, i) => draw(field, wholeAdvanced[i] === true))}
        </Folded>
      )}
    </>
  )
}

const MakeKey = ({ href, name }: { href: string; name: string }) => (
  <OutsideLink href={href}>Make a key at {name}</OutsideLink>
)

/** Offered when the pasted secret is another provider's. */
const Switching = ({
  to,
  why,
  onSwitch,
}: {
  to: ProviderId
  why?: string
  onSwitch: (to: ProviderId) => void
}) => (
  <div
    role="status"
    className="rounded-control border-accent-line bg-accent-soft mt-2 flex items-center gap-3 border py-1.5 pr-1.5 pl-3 text-sm"
  >
    <span className={cn('min-w-0 flex-1', why && 'text-invalid')}>
      {why ?? `This looks like a key of ${providers[to].name}.`}
    </span>
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
