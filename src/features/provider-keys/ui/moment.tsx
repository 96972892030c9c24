'use client'

import { Tooltip } from '@/components/ui/tooltip'
import { useScreen } from './screen-context'
import { dayTimeWords, dayWords, fullTimeWords } from './time-words'
import { useZone } from './use-zone'

/** A point in time, written out: "24 Nov, 16:40". */
export function Moment({ at, isDay, className }: { at: string; isDay?: boolean; className?: string }) {
  const { now } = useScreen()
  const clock = { now, zone: useZone() }
  return (
    <Tooltip text={fullTimeWords(at, clock)}>
      <time dateTime={at} className={className}>
        {isDay ? dayWords(at, clock) : dayTimeWords(at, clock)}
      </time>
    </Tooltip>
  )
}
