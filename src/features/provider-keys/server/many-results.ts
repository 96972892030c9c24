import type { z } from 'zod'
import type { AppError } from '@/core/errors'
import type { manyView } from '../schema'

/** One result for each id that was asked, in that order. */
export const resultsOf = (
  ids: readonly string[],
  refusalOf: (id: string) => AppError | null,
): z.infer<typeof manyView> => ({
  results: [...new Set(ids)].map((id) => {
    const refusal = refusalOf(id)
    return { id, ok: !refusal, code: refusal?.code ?? null, message: refusal?.message ?? null }
  }),
})
