import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { KeysScreen } from '@/features/provider-keys/ui/keys-screen'
import { listQuery, loadListState } from '@/features/provider-keys/ui/list-url'
import { api } from '@/trpc/server'
import { askOrNull, readOrganization } from '../../page-data'

export const metadata: Metadata = { title: 'Provider keys' }

interface Props {
  params: Promise<{ org: string }>
  searchParams: Promise<SearchParams>
}

export default async function KeysPage({ params, searchParams }: Props) {
  const { organization } = await readOrganization((await params).org)
  const query = listQuery(await loadListState(searchParams), organization.id)
  const initial = await askOrNull((await api()).providerKeys.list(query))
  return (
    <KeysScreen
      organization={organization}
      role={organization.role}
      now={new Date().toISOString()}
      initial={initial}
    />
  )
}
