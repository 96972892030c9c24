/** Whether the database refused a row because another one of this model has its key. */
export const isUniqueViolation = (error: unknown, model: 'User' | 'Account' | 'SystemFact'): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'P2002' &&
  'meta' in error &&
  (error.meta as { modelName?: string } | undefined)?.modelName === model
