import NextAuth, { type AuthOptions } from 'next-auth'
import type { NextRequest } from 'next/server'
import type { RequestFacts } from '@/server/api/context'

/** The running server, as its entry leaves it. */
const host = globalThis as unknown as {
  __latchkey: { authOptions(facts: RequestFacts): AuthOptions }
}

/** Address and request id are the entry's own: it overwrites what a client sent under these names. */
const factsOf = (headers: Headers): RequestFacts => ({
  requestId: headers.get('x-request-id') ?? '',
  address: headers.get('x-forwarded-for') ?? '',
  cookie: headers.get('cookie') ?? undefined,
  userAgent: headers.get('user-agent') ?? undefined,
})

type Route = { params: Promise<{ nextauth: string[] }> }

async function handle(request: NextRequest, context: Route): Promise<Response> {
  const { nextauth } = await context.params
  // next-auth would write whatever a visitor posts there into the server's log.
  if (nextauth[0] === '_log') return new Response(null, { status: 404 })
  return (await NextAuth(
    request as never,
    context as never,
    host.__latchkey.authOptions(factsOf(request.headers)),
  )) as Response
}

export { handle as GET, handle as POST }
