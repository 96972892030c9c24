'use client'

import { useSyncExternalStore } from 'react'

let message = ''
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Has a screen reader say something that is otherwise only seen, when it is done with what it is saying. */
export function announce(text: string) {
  /* A repeated text would be no change, and so would not be read again. */
  message = text === message ? `${text}\u00a0` : text
  for (const listener of listeners) listener()
}

/** Mounted once, in the root layout: a region that appears together with its text is not read. */
export function LiveRegion() {
  const text = useSyncExternalStore(
    subscribe,
    () => message,
    () => '',
  )
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  )
}
