'use client'

import { Search } from 'lucide-react'
import { useState } from 'react'
import { Input } from '@/components/ui/input'
import type { KeyDetail } from './screen-props'
import { Section } from './section'

const searchFrom = 8

/** What the key reaches, as its last good check said. */
export function KeyModels({ models }: { models: KeyDetail['models'] }) {
  const [search, setSearch] = useState('')
  const all = [...new Set([...models.discovered, ...models.declared])]
  const found = all.filter((model) => model.toLowerCase().includes(search.trim().toLowerCase()))
  if (all.length === 0)
    return (
      <Section title="Models">
        <p className="text-ink-3 text-sm">None known. A test lists them where the provider allows it.</p>
      </Section>
    )
  return (
    <Section
      title="Models"
      note={
        models.discovered.length === 0 ? 'declared, since the key may not list them' : `${all.length} listed`
      }
    >
      {all.length > searchFrom && (
        <Input
          type="search"
          aria-label="Search models"
          placeholder="Search models"
          lead={<Search />}
          value={search}
          className="h-chip mb-2 px-2"
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <ul
        tabIndex={all.length > searchFrom ? 0 : undefined}
        aria-label="Models"
        className="rounded-tag max-h-64 overflow-y-auto"
      >
        {found.map((model) => (
          <li key={model} title={model} className="text-code text-ink-2 h-7 truncate leading-7">
            {model}
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p role="status" className="text-ink-3 text-sm">
          No model matches.
        </p>
      )}
    </Section>
  )
}
