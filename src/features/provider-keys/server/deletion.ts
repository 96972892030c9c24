import type { Actor } from '@/core/actor'
import { purgeAfterDays } from '../provider-key'

const dayMs = 86_400_000

/** What a deletion writes on a key. */
export const deletion = ({ userId: byId }: Actor, at: Date) => ({
  at,
  byId,
  purgeAfter: new Date(at.getTime() + purgeAfterDays * dayMs),
})
