import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import type { App } from '@/server/app'
import { requestFacts } from '@/trpc/request-facts'

/** The running server, as its entry leaves it. */
const host = globalThis as unknown as { __latchkey: App }

type Route = { params: Promise<{ nextauth: string[] }> }

async function handle(request: NextRequest, context: Route): Promise<Response> {
  const { nextauth } = await context.params
  // next-auth would write whatever a visitor posts there into the server's log.
  if (nextauth[0] === '_log') return new Response(null, { status: 404 })
  return (await NextAuth(
    request as never,
    context as never,
    host.__latchkey.authOptions(requestFacts(request.headers)),
  )) as Response
}

export { handle as GET, handle as POST }
