import type { HttpResponse } from '@/core/http'
import type { EchoFilter } from './echo-filter'

const requestIdHeaders = [
  'x-request-id',
  'request-id',
  'apim-request-id',
  'x-amzn-requestid',
  'x-debug-trace-id',
]
const maxModels = 2000

/** The provider's id of a request, if it is one: a short word, and not the key given back. */
export function requestIdOf({ headers }: HttpResponse, echo: EchoFilter): string | null {
  const id = requestIdHeaders.map((name) => headers[name]).find((value) => value !== undefined)
  return id !== undefined && /^[\w.:/-]{1,128}$/.test(id) && !echo.isEcho(id) ? id : null
}

/** Model ids fit to be stored and shown. */
export const modelIds = (listed: readonly string[], echo: EchoFilter): string[] =>
  [...new Set(listed)].filter((id) => /^[\x21-\x7e]{1,200}$/.test(id) && !echo.isEcho(id)).slice(0, maxModels)
