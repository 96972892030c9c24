import type { Metadata } from 'next'
import { SettingsScreen } from '@/features/organizations/ui/settings-screen'
import { readOrganization } from '../../page-data'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage({ params }: { params: Promise<{ org: string }> }) {
  const { organization } = await readOrganization((await params).org)
  return <SettingsScreen organization={organization} />
}
