'use client'

import { Check, ChevronsUpDown, Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'
import { foldedLook } from '@/components/ui/frame'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import type { OrganizationView } from '../schema'

const CreateOrganizationDialog = dynamic(() =>
  import('./create-organization-dialog').then(({ CreateOrganizationDialog }) => CreateOrganizationDialog),
)

interface Props {
  organizations: readonly OrganizationView[]
  current: OrganizationView
}

const Initial = ({ name, quiet }: { name: string; quiet?: boolean }) => (
  <span
    aria-hidden
    className={cn(
      'grid shrink-0 place-items-center font-[650]',
      quiet
        ? 'bg-env-stage text-env-stage-ink rounded-tag size-5 text-[11px]'
        : 'bg-ink text-canvas rounded-control size-6 text-xs',
    )}
  >
    {Array.from(name)[0]?.toUpperCase()}
  </span>
)

export function OrganizationSwitcher({ organizations, current }: Props) {
  const [creating, setCreating] = useState(false)
  return (
    <>
      <Menu>
        <MenuTrigger
          aria-label={`Organization: ${current.name}`}
          className="rounded-control hover:bg-pressed data-[state=open]:bg-pressed in-data-[rail=folding]:max-desktop:justify-center in-data-[rail=folding]:max-desktop:px-0 flex h-10 w-full cursor-default items-center gap-2.5 px-2 text-left text-sm font-[550]"
        >
          <Initial name={current.name} />
          <span className={cn('min-w-0 flex-1 truncate', foldedLook)}>{current.name}</span>
          <ChevronsUpDown aria-hidden className="text-ink-3 in-data-[rail=folding]:max-desktop:hidden" />
        </MenuTrigger>
        <MenuContent className="w-60">
          <MenuLabel>Organizations</MenuLabel>
          {organizations.map(({ id, slug, name }) => (
            <MenuItem key={id} asChild>
              <Link href={`/${slug}/keys`} aria-current={id === current.id ? 'true' : undefined}>
                <Initial name={name} quiet />
                <span className="min-w-0 flex-1 truncate">{name}</span>
                {id === current.id && <Check aria-hidden />}
              </Link>
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuItem icon={<Plus className="mx-0.5" />} onSelect={() => setCreating(true)}>
            New organization
          </MenuItem>
        </MenuContent>
      </Menu>
      {creating && <CreateOrganizationDialog open onOpenChange={setCreating} />}
    </>
  )
}
