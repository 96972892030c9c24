'use client'

import { useState, type ReactNode } from 'react'
import type { ProviderKeyView } from '../schema'
import { toastCreated } from './created-toast'
import { DeleteKeysDialog } from './delete-keys-dialog'
import { EditKeyDialog } from './edit-key-dialog'
import { KeyActionsContext, TestingContext, type KeyActions } from './key-actions'
import { ReplaceSecretSheet } from './replace-secret-sheet'
import { useDeleteKey } from './use-delete-key'
import { useKeyCache } from './use-key-cache'
import { useStable } from './use-stable'
import { useSwitchKey } from './use-switch-key'
import type { useTestKey } from './use-test-key'

interface Props {
  /** The keys on screen, as they stand now. */
  keys: readonly ProviderKeyView[]
  tests: ReturnType<typeof useTestKey>
  onDeleted?: (key: ProviderKeyView) => void
  children: ReactNode
}

type Kind = 'edit' | 'replace' | 'delete'

/** Gives everything below it the deeds that a key knows, and holds their dialogs. */
export function KeyDialogs({ keys, tests, onDeleted, children }: Props) {
  const [opened, setOpened] = useState<{ kind: Kind; key: ProviderKeyView; isOpen: boolean } | null>(null)
  const switchTo = useSwitchKey()
  const deleteKey = useDeleteKey()
  const cache = useKeyCache()
  const open = (kind: Kind) => (key: ProviderKeyView) => setOpened({ kind, key, isOpen: true })
  const close = () => setOpened((before) => before && { ...before, isOpen: false })
  const actions = useStable<KeyActions>({
    test: (key) => void tests.testOne(key),
    switchTo,
    edit: open('edit'),
    replaceSecret: open('replace'),
    remove: open('delete'),
  })
  /* A reload behind an open dialog brings a newer state; a filter may have taken the row away. */
  const current = opened && (keys.find(({ id }) => id === opened.key.id) ?? opened.key)
  const isOpen = (kind: Kind) => opened?.isOpen === true && opened.kind === kind

  return (
    <KeyActionsContext value={actions}>
      <TestingContext value={tests.testing}>{children}</TestingContext>
      {current && (
        <>
          <EditKeyDialog providerKey={current} open={isOpen('edit')} onClose={close} />
          <ReplaceSecretSheet
            providerKey={current}
            open={isOpen('replace')}
            onOpenChange={(next) => !next && close()}
            onSaved={(replaced) => {
              close()
              cache.replace(replaced.providerKey)
              void cache.refresh()
              toastCreated(replaced, 'has a new secret')
            }}
          />
        </>
      )}
      <DeleteKeysDialog
        keys={current && isOpen('delete') ? [current] : []}
        onClose={close}
        onDelete={async ([key]) => {
          if (key && (await deleteKey(key))) onDeleted?.(key)
        }}
      />
    </KeyActionsContext>
  )
}
