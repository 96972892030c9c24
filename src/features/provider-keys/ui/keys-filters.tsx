'use client'

import { RefreshCw, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { cn } from '@/components/ui/cn'
import { FilterMenu } from '@/components/ui/filter-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Mark } from '@/components/ui/provider-mark'
import { VerdictGlyph } from '@/components/ui/verdict-glyph'
import { providerIds, providers } from '@/providers/registry'
import { outcomes } from '@/providers/verdict'
import { environments, settableStatuses } from '../provider-key'
import { outcomeWords } from '../verdict-words'
import { environmentWords } from './environment-words'
import { countWords, keyCount } from './key-sentence'
import { isFiltered, type ListState } from './list-url'

const providerChoices = providerIds.map((id) => ({
  value: id,
  label: providers[id].name,
  icon: <Mark name={providers[id].mark} className="text-ink-2" />,
}))
const environmentChoices = environments
  .toReversed()
  .map((value) => ({ value, label: environmentWords[value] }))
const verdictChoices = outcomes.map((value) => ({
  value,
  label: outcomeWords[value],
  icon: <VerdictGlyph name={value} />,
}))
const statusWords = { active: 'On', inactive: 'Off' }
const statusChoices = settableStatuses.map((value) => ({ value, label: statusWords[value] }))

interface Props {
  state: ListState
  onChange: (changes: Partial<ListState>) => void
  onClear: () => void
  /** Of all keys, for the chip. */
  attention: number
  shown: { total: number; all: number } | null
  /** "Offline", "Not refreshed since 10:05": why what is shown may be old. */
  staleWords: string | null
  isRefreshing: boolean
  onRefresh: () => void
}

/** On a phone the row scrolls: what is applied comes first, so that it is seen. */
const InSight = ({ isApplied, children }: { isApplied: boolean; children: ReactNode }) => (
  <span className={isApplied ? 'max-tablet:-order-1' : undefined}>{children}</span>
)

/** Quiet choices in one row: what is filtered is seen, and cleared with one click. */
export function KeysFilters({
  state,
  onChange,
  onClear,
  attention,
  shown,
  staleWords,
  isRefreshing,
  onRefresh,
}: Props) {
  return (
    <div
      role="group"
      aria-label="Filters"
      className="scroll-quiet px-gutter max-tablet:h-13 -mt-1 flex h-11 shrink-0 items-start gap-1.5 pt-1 pb-3"
    >
      <Input
        type="search"
        aria-label="Search keys"
        placeholder="Search keys"
        lead={<Search />}
        value={state.search}
        maxLength={100}
        className="h-chip border-line max-laptop:w-37 max-tablet:order-first max-tablet:w-34 w-58 shrink-0 px-2"
        onChange={(event) => onChange({ search: event.target.value })}
      />
      <span aria-hidden className="bg-line-strong max-tablet:hidden mx-1 h-4 w-px shrink-0 self-center" />
      {(attention > 0 || state.attention) && (
        <Chip on={state.attention} onClick={() => onChange({ attention: !state.attention })}>
          <span className="text-ink">Needs attention</span>
          <span className="text-ink-3">{countWords(attention)}</span>
        </Chip>
      )}
      <InSight isApplied={state.provider.length > 0}>
        <FilterMenu
          name="Provider"
          choices={providerChoices}
          value={state.provider}
          onChange={(provider) => onChange({ provider })}
        />
      </InSight>
      <InSight isApplied={state.environment.length > 0}>
        <FilterMenu
          name="Environment"
          choices={environmentChoices}
          value={state.environment}
          onChange={(environment) => onChange({ environment })}
        />
      </InSight>
      <InSight isApplied={state.verdict.length > 0}>
        <FilterMenu
          name="Verdict"
          choices={verdictChoices}
          value={state.verdict}
          onChange={(verdict) => onChange({ verdict })}
        />
      </InSight>
      <InSight isApplied={state.status.length > 0}>
        <FilterMenu
          name="Status"
          choices={statusChoices}
          value={state.status}
          onChange={(status) => onChange({ status })}
        />
      </InSight>
      {isFiltered(state) && (
        <Button look="ghost" className="h-chip max-tablet:-order-1 px-2" onClick={onClear}>
          Clear all
        </Button>
      )}
      <span className="h-chip ml-auto flex shrink-0 items-center gap-1 pl-2 text-xs">
        {staleWords && (
          <span role="status" className="text-limited font-medium">
            {staleWords}
          </span>
        )}
        {!staleWords && shown && isFiltered(state) && (
          <span className="text-ink-3 max-laptop:hidden">
            {countWords(shown.total)} of {keyCount(shown.all)}
          </span>
        )}
        <IconButton label="Refresh" onClick={onRefresh}>
          <RefreshCw className={cn(isRefreshing && 'animate-turn')} />
        </IconButton>
      </span>
    </div>
  )
}
