import { z } from 'zod'

// Hop-by-hop headers and those that the transport sets: given by a person they could move the request to another
// host, split it, or lend it somebody's session.
const denied =
  /^(?:host|content-(?:length|type|encoding)|connection|keep-alive|cookie|te|trailer|transfer-encoding|upgrade|expect|origin|accept-encoding|proxy-.*)$/

/**
 * Extra headers of a custom provider, all of them secret. Names come out in lower case. An issue counts the header's
 * place and never quotes it: a line pasted wrongly may hold the secret in front.
 */
export const customHeaders = z
  .record(z.string(), z.string('Give each header a value'))
  .transform((headers, context) => {
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message, input: undefined })
      return z.NEVER
    }
    const entries = Object.entries(headers).map(
      ([name, value]) => [name.trim().toLowerCase(), value.trim()] as const,
    )
    if (entries.length > 20) return refuse('At most 20 headers')
    for (const [index, [name, value]] of entries.entries()) {
      if (denied.test(name)) return refuse(`The header ${name} is set by Latchkey and cannot be given`)
      if (!/^[a-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(name))
        return refuse(`Header ${index + 1} has no valid name; write Name: value`)
      if (!/^[\x21-\x7E](?:[\x20-\x7E]{0,4095})$/.test(value))
        return refuse(`Header ${index + 1} has no value that can be sent`)
    }
    const result = Object.fromEntries(entries)
    return Object.keys(result).length === entries.length ? result : refuse('A header is given twice')
  })
