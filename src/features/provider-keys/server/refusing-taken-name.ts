import { AppError } from '@/core/errors'

const code = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

/**
 * Runs a write of a key. The database alone decides whether a name is free: the one unique index that such a write
 * can meet is that of living names.
 */
export async function refusingTakenName<T>(
  field: 'name' | 'environment',
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (code(error) !== 'P2002') throw error
    throw new AppError(
      'NAME_TAKEN',
      'A custom provider of this name already exists in this environment. Choose another name, or delete the other key first.',
      { field },
    )
  }
}
