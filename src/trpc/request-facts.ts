import type { RequestFacts } from '@/server/api/context'

/** Address and request id are the entry's own: it overwrites what a client sent under these names. */
export const requestFacts = (headers: Headers): RequestFacts => ({
  requestId: headers.get('x-request-id') ?? '',
  address: headers.get('x-forwarded-for') ?? '',
  cookie: headers.get('cookie') ?? undefined,
  userAgent: headers.get('user-agent') ?? undefined,
})
