import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SetUpScreen } from '@/features/account/ui/set-up-screen'
import { readAccess } from '../page-data'

export const metadata: Metadata = { title: 'Set up' }

export default async function SetUpPage() {
  const { setUp } = await readAccess()
  if (!setUp.needed) redirect('/')
  return <SetUpScreen tokenNeeded={setUp.tokenNeeded} />
}
