import { redirect } from 'next/navigation'
import { LeaveButton } from '@/features/account/ui/leave-button'
import { NoOrganizationScreen } from '@/features/organizations/ui/no-organization-screen'
import { readAccess, readHomeOrganization, readPerson } from './page-data'

export default async function HomePage() {
  const { setUp } = await readAccess()
  if (setUp.needed) redirect('/set-up')
  const organization = await readHomeOrganization()
  if (organization) redirect(`/${organization.slug}/keys`)
  const { account } = await readPerson()
  return <NoOrganizationScreen email={account.email} signOut={<LeaveButton />} />
}
