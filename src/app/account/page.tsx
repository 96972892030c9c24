import type { Metadata } from 'next'
import { AccountScreen } from '@/features/account/ui/account-screen'
import { readHomeOrganization, readPerson } from '../page-data'
import { ProductFrame } from '../product-frame'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const { account, organizations } = await readPerson()
  return (
    <ProductFrame account={account} organizations={organizations} organization={await readHomeOrganization()}>
      <AccountScreen initial={account} />
    </ProductFrame>
  )
}
