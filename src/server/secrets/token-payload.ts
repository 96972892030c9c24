import type { TokenFields } from '@/providers/provider'
import { canonicalJson } from './canonical-json'

/** The sealed form of all secret fields of a credential; its version lets later forms stand beside this one. */
export const printTokenPayload = (token: TokenFields): string => canonicalJson({ v: 1, token })

/** Throws when the text is not a payload of a known version. */
export function parseTokenPayload(text: string): TokenFields {
  const payload: unknown = JSON.parse(text)
  if (!isRecord(payload) || payload.v !== 1 || !isTokenFields(payload.token))
    throw new Error('Unknown payload')
  return payload.token
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'

const isTokenFields = (value: unknown): value is TokenFields =>
  isRecord(value) &&
  Object.values(value).every(
    (field) => isText(field) || (isRecord(field) && Object.values(field).every(isText)),
  )
