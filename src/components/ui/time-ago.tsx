'use client'

import { useSyncExternalStore } from 'react'
import { ago } from './ago'
import { Tooltip } from './tooltip'

const tickMs = 20_000
const listeners = new Set<() => void>()
let clock: ReturnType<typeof setInterval> | undefined
let now = 0

/** One clock for all times on the page. */
function subscribe(listener: () => void) {
  listeners.add(listener)
  clock ??= setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, tickMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(clock)
    clock = undefined
  }
}

/* A server's and a browser's clock never agree to the second: the first text is kept until the next tick. */
const readNow = () => (now === 0 || clock === undefined ? (now = Date.now()) : now)
const never = () => () => undefined

const absolute = (time: string, timeZone?: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(
    new Date(time),
  )

interface Props {
  /** ISO 8601; null reads "Never". */
  time: string | null
  className?: string
}

export function TimeAgo({ time, className }: Props) {
  const current = useSyncExternalStore(subscribe, readNow, Date.now)
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (time === null) return <span className={className}>Never</span>
  const words = (
    <time dateTime={time} className={className} suppressHydrationWarning>
      {ago(time, current)}
    </time>
  )
  if (!inBrowser) return words
  return <Tooltip text={absolute(time)}>{words}</Tooltip>
}
