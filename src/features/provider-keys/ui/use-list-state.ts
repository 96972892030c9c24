import { useQueryStates } from 'nuqs'
import { useEffect, useState } from 'react'
import { listParsers, noFilters, type ListState } from './list-url'

const typingMs = 250

/** Filters and order, kept in the address so that a view can be sent to someone. */
export function useListState() {
  const [state, setState] = useQueryStates(listParsers, { history: 'replace', throttleMs: typingMs })
  const search = useSettled(state.search)
  return {
    /** As shown, at once. */
    state,
    /** As asked of the server: the search once typing pauses. */
    asked: { ...state, search } satisfies ListState,
    change: (changes: { [K in keyof ListState]?: ListState[K] | null }) => void setState(changes),
    clear: () => void setState(noFilters),
  }
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : typingMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
