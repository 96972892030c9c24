import type { Metadata } from 'next'
import { cache } from 'react'
import { KeyScreen } from '@/features/provider-keys/ui/key-screen'
import { api } from '@/trpc/server'
import { askOrNull, readOrganization } from '../../../page-data'

interface Props {
  params: Promise<{ org: string; id: string }>
}

const readKey = cache(async (organizationId: string, id: string) =>
  askOrNull((await api()).providerKeys.get({ organizationId, id })),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params
  const { organization } = await readOrganization(org)
  const detail = await readKey(organization.id, id)
  return { title: detail?.providerKey.label ?? 'Provider key' }
}

export default async function KeyPage({ params }: Props) {
  const { org, id } = await params
  const { organization } = await readOrganization(org)
  const initial = await readKey(organization.id, id)
  return (
    <KeyScreen
      organization={organization}
      role={organization.role}
      now={new Date().toISOString()}
      keyId={id}
      initial={initial}
    />
  )
}
