import { createContext, use } from 'react'
import type { ProviderKeyView } from '../schema'

/** What a row, its menu and the detail page can have done to a key. */
export type KeyActions = {
  test: (key: ProviderKeyView) => void
  switchTo: (key: ProviderKeyView, isOn: boolean) => void
  edit: (key: ProviderKeyView) => void
  replaceSecret: (key: ProviderKeyView) => void
  remove: (key: ProviderKeyView) => void
}

export const KeyActionsContext = createContext<KeyActions | null>(null)

export function useKeyActions(): KeyActions {
  const actions = use(KeyActionsContext)
  if (!actions) throw new Error('A part of the keys screens stands outside of them')
  return actions
}

/** Ids of the keys that are being tested. */
export const TestingContext = createContext<ReadonlySet<string>>(new Set())

export const useIsTesting = (id: string): boolean => use(TestingContext).has(id)
