import { z } from 'zod'
import type { CleanText } from './paste'

const endpoint = /(?:\/(?:chat\/completions|completions|responses|embeddings|models))+\/*$/

/**
 * The one form of a base address: no trailing slash, no doubled slash, no endpoint path. Throws nothing: answers
 * a sentence where the text is no plain http(s) address. Whether it may be called is decided at the way out.
 */
export function cleanBaseUrl(text: string): CleanText | string {
  const trimmed = text.trim()
  const scheme = /^(https?):\/\/(?=[^/])/i.exec(trimmed)
  if (!scheme) return 'Give the whole address, starting with https://'
  if (/[\s\p{C}\\]/u.test(trimmed)) return 'The address holds a space or a sign that no address has'
  if (/[?#]/.test(trimmed)) return 'Leave out the part from ? or #'
  if (/^[^/]*\/\/[^/]*@/.test(trimmed))
    return 'Leave user name and password out of the address; the key has its own field'
  const url = parse(trimmed)
  if (!url?.hostname) return 'This is not a valid address'
  const removed: string[] = []
  const path = url.pathname
    .replace(/\/{2,}/g, '/')
    .replace(endpoint, () => (removed.push('the endpoint path'), ''))
  return { value: url.origin + path.replace(/\/+$/, ''), removed }
}

function parse(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** A base address as typed; its output is in canonical form, with what was taken away. */
export const baseUrlText = z
  .string('Give the base address of the API')
  .transform((text, context): CleanText => {
    const cleaned = cleanBaseUrl(text)
    if (typeof cleaned !== 'string') return cleaned
    context.addIssue({ code: 'custom', message: cleaned, input: undefined })
    return z.NEVER
  })
