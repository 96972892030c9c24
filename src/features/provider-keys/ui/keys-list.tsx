'use client'

import { ListFilter } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import type { ProviderKeyView } from '../schema'
import { BulkBar } from './bulk-bar'
import type { BulkDeed } from './bulk-deeds'
import { BulkResults } from './bulk-results'
import { DeleteKeysDialog } from './delete-keys-dialog'
import { KeyRow } from './key-row'
import { KeysFilters } from './keys-filters'
import { KeysFoot } from './keys-foot'
import { KeysSkeleton } from './keys-skeleton'
import { KeysTable } from './keys-table'
import { nextSort } from './list-url'
import { useScreen } from './screen-context'
import { useBulk, type Test } from './use-bulk'
import type { useKeys } from './use-keys'
import type { useListState } from './use-list-state'
import { useSelection } from './use-selection'
import { useStaleWords } from './use-stale-words'

interface Props {
  keys: ReturnType<typeof useKeys>
  list: ReturnType<typeof useListState>
  test: Test
  newId: string | null
}

/** Filters or the bulk bar, then the table or what stands in its place. */
export function KeysList({ keys, list, test, newId }: Props) {
  const { canWrite } = useScreen()
  const all = keys.pages?.flat() ?? []
  const selection = useSelection(all)
  const bulk = useBulk(test)
  const [deleting, setDeleting] = useState<readonly ProviderKeyView[]>([])
  const [isShowingResults, setShowingResults] = useState(false)
  const staleWords = useStaleWords(keys)

  const start = (deed: BulkDeed, chosen: readonly ProviderKeyView[]) => bulk.start(deed, chosen)
  const finish = () => {
    bulk.dismiss()
    selection.clear()
  }
  const isBulk = selection.chosen.length > 0 || bulk.run !== null
  const selected =
    selection.chosen.length === 0
      ? false
      : selection.chosen.length === all.length || ('indeterminate' as const)

  return (
    <>
      {isBulk ? (
        <BulkBar
          selected={selection.chosen.length}
          run={bulk.run}
          onDeed={(deed) =>
            deed === 'delete' ? setDeleting(selection.chosen) : void start(deed, selection.chosen)
          }
          onStop={bulk.stop}
          onResults={() => setShowingResults(true)}
          onClear={finish}
        />
      ) : (
        <KeysFilters
          state={list.state}
          onChange={list.change}
          onClear={list.clear}
          attention={keys.counts?.attention ?? 0}
          shown={keys.counts && { total: keys.total, all: keys.counts.all }}
          staleWords={staleWords}
          isRefreshing={keys.isRefreshing}
          onRefresh={keys.refresh}
        />
      )}
      <KeysBody keys={keys} onClear={list.clear}>
        {(pages) => (
          <KeysTable
            pages={pages}
            total={keys.total}
            sort={list.state.sort}
            direction={list.state.direction}
            onSort={(key) => list.change(nextSort(list.state, key))}
            selected={selected}
            onSelectAll={canWrite ? selection.toggleAll : undefined}
            isOutdated={keys.isOutdated}
            row={(key, index) => (
              <KeyRow
                key={key.id}
                providerKey={key}
                index={index}
                isSelected={selection.ids.has(key.id)}
                isSelecting={selection.chosen.length > 0}
                isNew={key.id === newId}
                onToggle={selection.toggle}
              />
            )}
          />
        )}
      </KeysBody>
      <DeleteKeysDialog
        keys={deleting}
        onClose={() => setDeleting([])}
        onDelete={(chosen) => start('delete', chosen)}
      />
      <BulkResults run={bulk.run} open={isShowingResults} onClose={() => setShowingResults(false)} />
    </>
  )
}

interface BodyProps {
  keys: Props['keys']
  onClear: () => void
  children: (pages: readonly (readonly ProviderKeyView[])[]) => React.ReactNode
}

function KeysBody({ keys, onClear, children }: BodyProps) {
  if (keys.pages === null && keys.failure)
    return (
      <ErrorState
        title="The keys could not be loaded"
        onRetry={keys.refresh}
        requestId={keys.failure.requestId}
        className="border-line w-full max-w-none border-t"
      >
        {keys.failure.message}
      </ErrorState>
    )
  if (keys.pages === null) return <KeysSkeleton />
  if (keys.pages.every((page) => page.length === 0))
    return (
      <div className="border-line border-t">
        <EmptyState
          icon={<ListFilter />}
          title="No key matches"
          action={<Button onClick={onClear}>Clear filters</Button>}
        >
          Nothing here has all of what is asked for. Other keys are there.
        </EmptyState>
      </div>
    )
  return (
    <>
      {children(keys.pages)}
      <KeysFoot keys={keys} />
    </>
  )
}
