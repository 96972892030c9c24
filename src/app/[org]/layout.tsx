import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { findOrganization, readOrganization } from '../page-data'
import { ProductFrame } from '../product-frame'
import { RememberOrganization } from '../remember-organization'

interface Props {
  children: ReactNode
  params: Promise<{ org: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const organization = await findOrganization((await params).org)
  if (!organization) return { title: 'Not found' }
  return { title: { template: `%s · ${organization.name} · Latchkey`, default: organization.name } }
}

export default async function OrganizationLayout({ children, params }: Props) {
  const { account, organizations, organization } = await readOrganization((await params).org)
  return (
    <ProductFrame account={account} organizations={organizations} organization={organization}>
      <RememberOrganization slug={organization.slug} />
      {children}
    </ProductFrame>
  )
}
