import { parseOrigin } from './parse-origin'

/**
 * Sends requests for one origin to another, for a corporate gateway or for tests.
 * `from`: an exact origin, an origin with `*` in its host, or `*` for every origin.
 * `to`: an origin and perhaps a path, in which `{host}` stands for the original host.
 */
export interface OriginRule {
  from: string
  to: string
}

export interface OriginRewrite {
  /** The URL to request instead: the first matching rule wins, path and query are kept. */
  rewrite(url: URL): URL
  /** Origins that the rules lead to, trusted because the operator named them. */
  targets: ReadonlySet<string>
}

/** Throws with one sentence when a rule cannot be understood. */
export function createOriginRewrite(rules: readonly OriginRule[]): OriginRewrite {
  const parsed = rules.map(({ from, to }) => ({ matches: parseFrom(from), ...parseTo(to) }))
  return {
    targets: new Set(parsed.map((rule) => rule.origin)),
    rewrite(url) {
      const rule = parsed.find(({ matches }) => matches(url.origin))
      if (rule === undefined) return url
      return new URL(rule.origin + rule.path.replaceAll('{host}', url.host) + url.pathname + url.search)
    },
  }
}

function parseFrom(from: string): (origin: string) => boolean {
  if (from === '*') return () => true
  const exact = parseOrigin(from)
  if (exact !== null) return (origin) => origin === exact
  if (!/^https?:\/\/[a-z0-9.*-]+(:\d+)?$/.test(from)) {
    throw new Error(`"${from}" is not an origin; write one like https://api.example.com, with or without *`)
  }
  const pattern = new RegExp(`^${from.replaceAll('.', '\\.').replaceAll('*', '[a-z0-9.-]+')}$`)
  return (origin) => pattern.test(origin)
}

function parseTo(to: string): { origin: string; path: string } {
  const [, start = '', path = ''] = /^(https?:\/\/[^/?#]*)(\/[^?#\s\\]*)?$/i.exec(to) ?? []
  // `{host}` in the origin would let whoever chooses a host choose a trusted origin.
  const origin = parseOrigin(start)
  if (origin === null)
    throw new Error(`"${to}" is not an origin with a path; {host} may stand in the path only`)
  return { origin, path: path.replace(/\/+$/, '') }
}
