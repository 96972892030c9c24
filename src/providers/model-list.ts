import { jsonBody } from '@/core/http'
import type { HttpResponse } from '@/core/http'

const maxModels = 2000

/**
 * Model ids in a list answer, in the provider's order, or null when the body is not a list. Reads an array of
 * `{ id }` or `{ name }`, bare or under `data` or `models`.
 */
export function readModelIds(response: HttpResponse): string[] | null {
  const body = jsonBody(response)
  const items = [body, property(body, 'data'), property(body, 'models')].find(Array.isArray)
  if (!items) return null
  const ids = items.map((item: unknown) => property(item, 'id') ?? property(item, 'name')).filter(isModelId)
  return [...new Set(ids)].slice(0, maxModels)
}

const isModelId = (id: unknown): id is string => typeof id === 'string' && /^[\x21-\x7E]{1,200}$/.test(id)

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
