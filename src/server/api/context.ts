import type { Deps } from '@/server/deps'

/** What is known of a request before anything of it is believed. */
export interface RequestFacts {
  requestId: string
  /** The client's address, as the HTTP entry settled it. */
  address: string
  /** The whole `Cookie` header. */
  cookie?: string
  userAgent?: string
}

export interface Context extends RequestFacts {
  deps: Deps
}

/** One request's context, for HTTP and for pages alike. Who calls is found out by the procedures. */
export const createContext = (deps: Deps, facts: RequestFacts): Context => ({ deps, ...facts })
