'use client'

import { useRef, type ReactNode } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { HeadCell, Table } from '@/components/ui/table'
import { cn } from '@/components/ui/cn'
import type { ProviderKeyView } from '../schema'
import { columns } from './key-columns'
import type { Direction, ListState, SortKey } from './list-url'
import { useNearby } from './use-nearby'

interface Props {
  pages: readonly (readonly ProviderKeyView[])[]
  total: number
  sort: ListState['sort']
  direction: Direction
  onSort: (key: SortKey) => void
  /** Of the rows shown: none, some or all. */
  selected: boolean | 'indeterminate'
  /** Absent where nothing may be changed: then there is nothing to select. */
  onSelectAll?: (isOn: boolean) => void
  /** Rows of an earlier question, while the answer is on its way. */
  isOutdated: boolean
  row: (key: ProviderKeyView, index: number) => ReactNode
}

/** The roles are written out: on a phone rows are laid out as cards, which takes a table's own roles away. */
export function KeysTable(props: Props) {
  const { pages, total, sort, direction, onSort, selected, onSelectAll, isOutdated, row } = props
  const starts = pages.map((_, i) => pages.slice(0, i).reduce((sum, page) => sum + page.length, 0))
  return (
    <Table
      role="table"
      aria-label="Provider keys"
      aria-rowcount={total + 1}
      aria-busy={isOutdated}
      className={cn(
        'max-tablet:block max-tablet:border-t',
        // Quieter, and still as readable as any text: fading a whole row takes its contrast away.
        isOutdated && '[&_td]:text-ink-3 cursor-progress [&_td_svg]:opacity-50',
      )}
    >
      <colgroup className="max-tablet:hidden">
        {columns.map(({ name, width, hidden }) => (
          <col key={name} className={cn(width, hidden)} />
        ))}
      </colgroup>
      <thead role="rowgroup" className="max-tablet:hidden">
        <tr role="row" aria-rowindex={1}>
          {columns.map(({ name, words, isUnseen, numeric, sortKey, hidden, look }) => (
            <HeadCell
              key={name}
              role="columnheader"
              numeric={numeric}
              className={cn(hidden, look)}
              direction={sortKey && sort === sortKey ? direction : undefined}
              onSort={sortKey && (() => onSort(sortKey))}
            >
              {name === 'check' && onSelectAll ? (
                <Checkbox
                  label="Select all shown keys"
                  checked={selected}
                  onCheckedChange={(on) => onSelectAll(on === true)}
                />
              ) : (
                <HeadWords words={words} isUnseen={isUnseen} isNarrow={name === 'environment'} />
              )}
            </HeadCell>
          ))}
        </tr>
      </thead>
      {pages.map((page, i) => (
        <PageOfRows key={page[0]?.id ?? i} isWatched={pages.length > 2}>
          {() => page.map((key, j) => row(key, (starts[i] ?? 0) + j))}
        </PageOfRows>
      ))}
    </Table>
  )
}

/** One page of the list; far from the window it is only as high as it was. */
function PageOfRows({ isWatched, children }: { isWatched: boolean; children: () => ReactNode }) {
  const body = useRef<HTMLTableSectionElement>(null)
  const { isNear, height } = useNearby(body, isWatched)
  return (
    <tbody ref={body} role="rowgroup" className="max-tablet:block">
      {isNear ? (
        children()
      ) : (
        <tr aria-hidden className="max-tablet:block" style={{ height }}>
          <td colSpan={columns.length} />
        </tr>
      )}
    </tbody>
  )
}

/** A narrow column shows the beginning of its word. */
function HeadWords({ words, isUnseen, isNarrow }: { words: string; isUnseen?: boolean; isNarrow: boolean }) {
  if (!isNarrow) return <span className={isUnseen ? 'sr-only' : undefined}>{words}</span>
  return (
    <>
      <span className="max-laptop:sr-only">{words}</span>
      <span aria-hidden className="laptop:hidden">
        {words.slice(0, 3)}.
      </span>
    </>
  )
}
