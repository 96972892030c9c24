'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Gate } from '@/components/ui/gate'
import { CreateOrganizationForm } from './create-organization-form'

/** Signed in, but a member of nothing yet. */
export const NoOrganizationScreen = ({ email, signOut }: { email: string; signOut: ReactNode }) => (
  <Gate
    title="No organization yet"
    lead="Keys belong to organizations. Make one, or ask an owner to add you to theirs."
    foot={
      <>
        <span className="truncate">Signed in as {email}</span>
        {signOut}
      </>
    }
  >
    <CreateOrganizationForm
      autoFocus
      actions={(busy) => (
        <Button type="submit" look="primary" size="lg" className="mt-1 w-full" busy={busy && 'Creating…'}>
          Create organization
        </Button>
      )}
    />
  </Gate>
)
