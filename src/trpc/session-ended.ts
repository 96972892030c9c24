import { useSyncExternalStore } from 'react'

let ended = false
const listeners = new Set<() => void>()

function settle(next: boolean) {
  if (ended === next) return
  ended = next
  for (const listener of listeners) listener()
}

/** A call was refused for want of a session: the page stays as it is, and asks to sign in again. */
export const markSessionEnded = () => settle(true)
export const markSessionRenewed = () => settle(false)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useSessionEnded = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => ended,
    () => false,
  )
