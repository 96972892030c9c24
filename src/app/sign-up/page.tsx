import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignUpScreen } from '@/features/account/ui/sign-up-screen'
import { readAccess } from '../page-data'

export const metadata: Metadata = { title: 'Make an account' }

export default async function SignUpPage() {
  const options = await readAccess()
  if (options.setUp.needed) redirect('/set-up')
  if (!options.signUp.withPassword) redirect('/sign-in')
  return <SignUpScreen options={options} to="/" />
}
