import { AppError } from '@/core/errors'

/** Turns the database's refusal of a slug in use into words. Reading first would race. */
export async function refuseTakenSlug<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isTakenSlug(error)) throw error
    throw new AppError('SLUG_TAKEN', 'This address is taken. Choose another.', { field: 'slug' })
  }
}

const isTakenSlug = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'P2002' &&
  'meta' in error &&
  (error.meta as { modelName?: string } | undefined)?.modelName === 'Organization'
