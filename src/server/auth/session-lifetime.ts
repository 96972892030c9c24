const dayMs = 86_400_000

/** A session that is not used for so long ends. */
export const sessionIdleMs = 7 * dayMs
/** No session lives longer than this. */
export const sessionAbsoluteMs = 30 * dayMs
