import { headers } from 'next/headers'
import { cache } from 'react'
import { errorCodes, type ErrorCode } from '@/core/errors'
import type { App } from '@/server/app'
import { requestFacts } from './request-facts'

/** The running server, as its entry leaves it. Types only: its code exists once in the process, outside of Next. */
const host = globalThis as unknown as { __latchkey: App }

/** Procedures for pages, in this process and as the visitor: the same guards hold. */
export const api = cache(async () => {
  /* Before the server is touched: at build time this ends the rendering, and there is no server. */
  const incoming = await headers()
  return host.__latchkey.caller(requestFacts(incoming))
})

/** Why a procedure failed; null when the error comes from elsewhere. `instanceof` fails across module graphs. */
export function refusalCode(error: unknown): ErrorCode | null {
  if (!(error instanceof Error) || error.name !== 'TRPCError') return null
  const { cause } = error as { cause?: { code?: unknown } }
  return errorCodes.find((code) => code === cause?.code) ?? 'INTERNAL'
}
