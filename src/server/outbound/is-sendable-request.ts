import type { HttpRequest } from '@/core/http'

const headerName = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/i
const headerValue = /^[\x20-\x7e]*$/

/** Headers that frame the message or name its sender: never for a provider or a custom key to set. */
const ownHeaders: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/**
 * Whether a request can be put on the wire as it is. Asked before the platform sees the headers: its exceptions
 * quote the value, which may be a key, and a line break in a value would smuggle a second header.
 */
export function isSendableRequest({ method, headers, body }: HttpRequest): boolean {
  if (method === 'GET' && body !== undefined) return false
  return Object.entries(headers).every(
    ([name, value]) =>
      headerName.test(name) && !ownHeaders.has(name.toLowerCase()) && headerValue.test(value),
  )
}
