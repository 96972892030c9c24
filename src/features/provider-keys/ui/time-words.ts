const dayMs = 24 * 60 * 60_000

/** A moment to speak from. `zone` absent: the reader's own. */
export interface Clock {
  now: number
  zone?: string
}

const write = (at: string, { zone }: Clock, format: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...format })
    .format(new Date(at))
    .replace('Sept ', 'Sep ')
    .replace(/Sept$/, 'Sep')

const isSameYear = (at: string, clock: Clock) =>
  write(at, clock, { year: 'numeric' }) ===
  write(new Date(clock.now).toISOString(), clock, { year: 'numeric' })

/** "13 Nov"; with the year when it is another. */
export const dayWords = (at: string, clock: Clock): string =>
  write(at, clock, { day: 'numeric', month: 'short', ...(isSameYear(at, clock) ? {} : { year: 'numeric' }) })

/** "10:05". */
export const clockWords = (at: string, clock: Clock): string =>
  write(at, clock, { hour: '2-digit', minute: '2-digit' })

/** "24 Nov, 16:40". */
export const dayTimeWords = (at: string, clock: Clock): string =>
  `${dayWords(at, clock)}, ${clockWords(at, clock)}`

/** In full, for a tooltip: "25 November 2026, 10:05:12 CET". */
export const fullTimeWords = (at: string, clock: Clock): string =>
  write(at, clock, { dateStyle: 'long', timeStyle: 'long' }).replace(' at ', ', ')

/** Whole days since, for the age of a secret. */
export const ageDays = (since: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(since)) / dayMs))

/** Whether a secret is older than the organization allows; never when it sets no limit. */
export const isPastAge = (since: string, now: number, maxAgeDays: number | null): boolean =>
  maxAgeDays !== null && ageDays(since, now) > maxAgeDays

/** "84 ms", "10.0 s". */
export const latencyWords = (ms: number): string =>
  ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
