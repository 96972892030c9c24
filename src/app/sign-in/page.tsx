import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { safePath } from '@/features/account/ui/safe-path'
import { SignInScreen } from '@/features/account/ui/sign-in-screen'
import { api } from '@/trpc/server'
import { readAccess } from '../page-data'

export const metadata: Metadata = { title: 'Sign in' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams
  const to = safePath(first(query.to))
  const options = await readAccess()
  if (options.setUp.needed) redirect('/set-up')
  if (await isSignedIn()) redirect(to)
  return (
    <SignInScreen
      options={options}
      to={to}
      error={first(query.error)}
      signedOut={query['signed-out'] !== undefined}
    />
  )
}

async function isSignedIn(): Promise<boolean> {
  const caller = await api()
  return caller.account.get().then(
    () => true,
    () => false,
  )
}
