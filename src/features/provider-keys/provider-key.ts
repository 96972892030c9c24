export const environments = ['development', 'staging', 'production'] as const
export type Environment = (typeof environments)[number]

/** `deleted` is never an input, and never listed. */
export const statuses = ['active', 'inactive', 'deleted'] as const
export type Status = (typeof statuses)[number]
export const settableStatuses = ['active', 'inactive'] as const

/** Ids that a bulk call may carry. */
export const maxBulkIds = 100
/** Lists count to here, then say "10,000+". */
export const maxCounted = 10_000
/** Deleted secrets are destroyed after so many days. */
export const purgeAfterDays = 30
