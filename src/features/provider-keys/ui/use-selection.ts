import { useEffect, useState } from 'react'
import type { ProviderKeyView } from '../schema'
import { useStable } from './use-stable'

/** Which rows are chosen. Rows that are no longer shown drop out; Escape lets go of all. */
export function useSelection(keys: readonly ProviderKeyView[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState<string | null>(null)
  const chosen = keys.filter(({ id }) => ids.has(id))

  const clear = () => setIds(new Set())
  const isAny = chosen.length > 0
  useEffect(() => {
    if (!isAny) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.key === 'Escape' &&
        !event.defaultPrevented &&
        !document.querySelector('[role=dialog],[role=alertdialog],[role=menu]')
      )
        setIds(new Set())
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isAny])

  /** With `range`, everything from the row chosen last to this one. */
  const toggle = (id: string, isOn: boolean, range = false) => {
    const from = keys.findIndex((key) => key.id === (range ? anchor : id))
    const to = keys.findIndex((key) => key.id === id)
    const span = keys.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1).map((key) => key.id)
    setIds(
      (before) => new Set(isOn ? [...before, ...span] : [...before].filter((each) => !span.includes(each))),
    )
    setAnchor(id)
  }
  const toggleAll = (isOn: boolean) => setIds(new Set(isOn ? keys.map(({ id }) => id) : []))

  return { ids, chosen, ...useStable({ toggle, toggleAll, clear }) }
}
