import { z } from 'zod'
import { AppError } from '@/core/errors'
import { sortKeys } from '../schema'

/** The last row of a page: where the next one begins. `value` is its sort value, dates in ISO 8601. */
const position = z.strictObject({
  sort: z.enum(sortKeys),
  direction: z.enum(['asc', 'desc']),
  value: z.string().max(200).nullable(),
  id: z.string().max(64),
})
export type ListPosition = z.infer<typeof position>

export const writeCursor = (at: ListPosition): string => Buffer.from(JSON.stringify(at)).toString('base64url')

/** A cursor fits only the order it was made in. */
export function readCursor(
  cursor: string | undefined,
  { sort, direction }: Pick<ListPosition, 'sort' | 'direction'>,
): ListPosition | null {
  if (cursor === undefined) return null
  const parsed = position.safeParse(jsonOf(cursor))
  if (parsed.success && parsed.data.sort === sort && parsed.data.direction === direction && fits(parsed.data))
    return parsed.data
  throw new AppError('BAD_REQUEST', 'This page of the list is no longer there. Start from the first page.', {
    field: 'cursor',
  })
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return null
  }
}

const dateSorts = new Set<string>(['lastCheckAt', 'secretReplacedAt', 'createdAt'])

const fits = ({ sort, value }: ListPosition): boolean => {
  if (value === null) return sort === 'lastCheckAt'
  return !dateSorts.has(sort) || !Number.isNaN(Date.parse(value))
}
