'use client'

import { ChevronRight, Copy, Search, Timer, Waypoints } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { Input } from '@/components/ui/input'
import { ProviderMark } from '@/components/ui/provider-mark'
import { providerIds, providers, type ProviderId } from '@/providers/registry'
import type { Provider } from '@/providers/provider'
import { cn } from '@/components/ui/cn'

/** What a key of this provider looks like, in a few letters. */
function shapeOf({ variants, fields, testedBeforeSaving }: Provider): { text: string; isCode: boolean } {
  const secret = fields.find((field) => field.secret)
  if (!testedBeforeSaving) return { text: 'Any OpenAI-like API', isCode: false }
  if (variants) return { text: variants.map(({ label }) => label).join(' or '), isCode: false }
  if (secret?.placeholder)
    return {
      text: secret.placeholder,
      isCode: /[_-]/.test(secret.placeholder) && !/\s/.test(secret.placeholder),
    }
  const others = fields.filter((field) => field.required && !field.secret)
  return { text: ['Key', ...others.map(({ label }) => label.toLowerCase())].join(' + '), isCode: false }
}

const matches = (id: ProviderId, search: string) =>
  [id, providers[id].name, shapeOf(providers[id]).text].some((text) =>
    text.toLowerCase().includes(search.trim().toLowerCase()),
  )

const columns = 2
const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }

/** All providers as cards; arrows move between them, typing narrows them. */
export function ProviderGrid({ onPick }: { onPick: (id: ProviderId) => void }) {
  const [search, setSearch] = useState('')
  const grid = useRef<HTMLDivElement>(null)
  const found = providerIds.filter((id) => matches(id, search))
  const cards = () => [...(grid.current?.querySelectorAll('button') ?? [])]

  const fromSearch = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') cards()[0]?.focus()
    else if (event.key === 'Enter' && search.trim() !== '' && found[0]) onPick(found[0])
    else return
    event.preventDefault()
  }
  const fromCard = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    const all = cards()
    const here = all.findIndex((card) => card === document.activeElement)
    all[here + step]?.focus()
    event.preventDefault()
  }

  return (
    <>
      <Input
        type="search"
        aria-label="Search providers"
        placeholder="Search providers"
        lead={<Search />}
        value={search}
        autoFocus
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={fromSearch}
      />
      <div ref={grid} onKeyDown={fromCard} className="max-tablet:gap-2 grid grid-cols-2 gap-2.5">
        {found.map((id) => (
          <Card key={id} provider={providers[id]} onPick={() => onPick(id)} />
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="text-ink-3 text-sm">
          No provider matches. Anything that speaks the API of OpenAI can be added as Custom.
        </p>
      )}
      <Advice />
    </>
  )
}

function Card({ provider, onPick }: { provider: Provider; onPick: () => void }) {
  const { text, isCode } = shapeOf(provider)
  return (
    <button
      type="button"
      onClick={onPick}
      className="group rounded-card border-line hover:border-line-strong hover:bg-hover focus-visible:bg-hover max-tablet:gap-2.5 max-tablet:px-2.5 flex h-17 min-w-0 cursor-default items-center gap-3 border px-3.5 text-left focus-visible:-outline-offset-1"
    >
      <ProviderMark name={provider.mark} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm leading-4.5 font-medium">{provider.name}</span>
        <span className={cn('text-ink-3 block truncate text-xs', isCode && 'font-mono text-[11.5px]')}>
          {text}
        </span>
      </span>
      <ChevronRight
        aria-hidden
        className="text-ink-3 max-tablet:hidden opacity-0 group-focus-visible:opacity-100"
      />
    </button>
  )
}

const advice = [
  { icon: Copy, text: 'One key for development, another for production' },
  { icon: Timer, text: 'Set a spending limit at the provider' },
  { icon: Waypoints, text: 'A second provider covers for the first when it is down' },
]

const Advice = () => (
  <section className="border-line mt-0.5 border-t pt-4">
    <h3 className="text-ink-3 mb-1.5 text-xs font-medium">Before you make one</h3>
    <ul>
      {advice.map(({ icon: Icon, text }) => (
        <li key={text} className="text-ink-2 flex min-h-7 items-center gap-2.5 text-sm">
          <Icon aria-hidden className="text-ink-3" />
          {text}
        </li>
      ))}
    </ul>
  </section>
)
