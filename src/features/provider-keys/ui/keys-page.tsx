'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { AddKeySheet } from './add-key-sheet'
import { toastCreated, type CreatedKey } from './created-toast'
import { KeyDialogs } from './key-dialogs'
import { KeysEmpty } from './keys-empty'
import { KeysList } from './keys-list'
import { KeysSentence } from './keys-sentence'
import { noFilters } from './list-url'
import { useScreen, whoCanGrant } from './screen-context'
import type { KeyList } from './screen-props'
import { useKeyCache } from './use-key-cache'
import { useKeys } from './use-keys'
import { useListState } from './use-list-state'
import { useTestKey } from './use-test-key'

/** How long a key that was just added stays marked. */
const newMs = 6000

export function KeysPage({ initial }: { initial: KeyList | null }) {
  const { organization, canWrite, now, listPath } = useScreen()
  const list = useListState()
  const keys = useKeys({ organizationId: organization.id, asked: list.asked, initial, readAt: now })
  const tests = useTestKey()
  const cache = useKeyCache()
  const router = useRouter()
  const [isAdding, setAdding] = useState(false)
  const [newId, setNewId] = useState<string | null>(null)
  const all = keys.pages?.flat() ?? []
  const isFirstRun = keys.counts?.all === 0

  useEffect(() => {
    if (newId === null) return
    const timer = setTimeout(() => setNewId(null), newMs)
    return () => clearTimeout(timer)
  }, [newId])

  const onSaved = (created: CreatedKey) => {
    setNewId(created.providerKey.id)
    void cache.refresh()
    toastCreated(created, 'is added', {
      label: 'Open',
      onClick: () => router.push(`${listPath}/${created.providerKey.id}`),
    })
  }
  return (
    <KeyDialogs keys={all} tests={tests}>
      <PageHead
        title="Provider keys"
        action={
          canWrite &&
          !isFirstRun && (
            <Button look="primary" onClick={() => setAdding(true)}>
              <Plus />
              Add key
            </Button>
          )
        }
      >
        {keys.counts && !isFirstRun ? (
          <KeysSentence counts={keys.counts} onFilter={(verdict) => list.change({ ...noFilters, verdict })} />
        ) : (
          'The keys of your LLM providers, tested, sealed, and shared without being shown.'
        )}
        {!canWrite && !isFirstRun && <p className="text-xs">{whoCanGrant(organization)}</p>}
      </PageHead>
      {isFirstRun ? (
        <KeysEmpty
          onAdd={canWrite ? () => setAdding(true) : undefined}
          whoCan={`No keys yet. An owner or admin of ${organization.name} adds them.`}
        />
      ) : (
        <KeysList keys={keys} list={list} test={tests.test} newId={newId} />
      )}
      {canWrite && <AddKeySheet open={isAdding} onOpenChange={setAdding} onSaved={onSaved} />}
    </KeyDialogs>
  )
}
