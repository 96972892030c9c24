import type { HttpRequest } from '@/core/http'

const shortestPart = 8

/**
 * Remembers what credentials put on requests, to keep an endpoint from having it stored and shown: one that answers
 * with the key as its request id or as the name of a model.
 */
export interface EchoFilter {
  remember(plain: HttpRequest, authorized: HttpRequest): void
  isEcho(text: string): boolean
}

export function createEchoFilter(): EchoFilter {
  const parts = new Set<string>()
  return {
    remember(plain, authorized) {
      const before = textsOf(plain)
      for (const text of textsOf(authorized).filter((added) => !before.includes(added)))
        for (const part of [text, ...text.split(/[\s,;=&?]+/)])
          if (part.length >= shortestPart) parts.add(part)
    },
    isEcho: (text) =>
      [...parts].some((part) => text.includes(part) || (text.length >= shortestPart && part.includes(text))),
  }
}

const textsOf = ({ url, headers, body }: HttpRequest): string[] =>
  [url, ...Object.values(headers), body].filter((text) => text !== undefined)
