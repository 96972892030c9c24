'use client'

import { can } from '@/core/actor'
import { CopyButton } from '@/components/ui/copy-button'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import type { OrganizationView } from '../schema'
import { PermissionTable } from './permission-table'
import { roleWords } from './permission-words'
import { SettingsForm } from './settings-form'

export function SettingsScreen({ organization }: { organization: OrganizationView }) {
  const { id, name, role } = organization
  const locked = !can(role, 'organization:write')
  return (
    <>
      <PageHead title="Settings">
        {locked ? `${name}. An owner or admin can change these.` : `What holds for all of ${name}.`}
      </PageHead>
      <Section title="Organization" lead="Name, address and age limit.">
        <SettingsForm key={JSON.stringify(organization)} organization={organization} locked={locked} />
        <p className="text-ink-3 mt-6 flex flex-wrap items-center gap-x-2 text-xs">
          Id for programs
          <span className="flex items-center gap-1">
            <span className="text-code text-ink-2">{id}</span>
            <CopyButton text={id} what="organization id" />
          </span>
        </p>
      </Section>
      <Section
        title="Permissions"
        lead={`Your role here is ${roleWords[role].toLowerCase()}. Each request is checked against it.`}
      >
        <PermissionTable mine={role} />
      </Section>
    </>
  )
}
