import { initTRPC } from '@trpc/server'
import type { Permission } from '@/core/actor'
import type { Bucket } from '@/server/rate-limits'
import type { Context } from './context'
import { toAppError, transport } from './error-mapping'

/** What a procedure says of itself; the test that walks the router reads it. */
export interface Meta {
  /** Who may call: anyone, any signed-in person, or members of an organization with `permission`. */
  access?: 'public' | 'person' | 'organization'
  permission?: Permission
  /** The budget that a call takes from; default: `read` for queries, `write` for mutations. */
  bucket?: Bucket
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter({ error, shape, ctx }) {
      const { code, message, field, retryAfterSeconds, details } = toAppError(error)
      const { httpStatus } = transport[code]
      return {
        message,
        code: shape.code,
        data: { code, httpStatus, requestId: ctx?.requestId, field, retryAfterSeconds, details },
      }
    },
  })

export const { router, procedure, createCallerFactory } = t
