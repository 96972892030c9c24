import { AppError } from '@/core/errors'
import type { Verdict } from '@/providers/verdict'
import { verdictWords } from '../verdict-words'

const ends = {
  KEY_REJECTED: 'Nothing was saved.',
  KEY_NOT_CONFIRMED: 'Nothing was saved; it can be saved inactive until a test succeeds.',
}

/** The error for a secret that was not stored because of its test; the verdict travels with it. */
export function verdictError(code: keyof typeof ends, verdict: Verdict, providerName: string): AppError {
  const { meaning, nextStep } = verdictWords(verdict, providerName)
  return new AppError(code, `${meaning} ${ends[code]} ${nextStep}`, {
    field: code === 'KEY_REJECTED' ? 'token' : undefined,
    details: { verdict },
  })
}
