import type { Options } from '@/providers/provider'

/** Options as they are stored: only those that are set. */
export const storedOptions = (options: Options): Record<string, string> =>
  Object.fromEntries(
    Object.entries(options).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  )
