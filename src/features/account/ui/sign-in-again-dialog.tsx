'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { PasswordSignInForm } from './password-sign-in-form'

interface Props {
  person: { email: string; hasPassword: boolean }
  onSignedIn: () => void
}

/** Stands over the page when the session ends, and leaves what was typed below it untouched. */
export function SignInAgainDialog({ person, onSignedIn }: Props) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onSignedIn()}
      title="Your session has ended"
      description="Sign in again to go on where you are. Nothing on this page is lost."
    >
      <div className="mt-5">
        {person.hasPassword ? (
          <PasswordSignInForm email={person.email} onSignedIn={onSignedIn} />
        ) : (
          <SignInElsewhere onSignedIn={onSignedIn} />
        )}
      </div>
    </Dialog>
  )
}

function SignInElsewhere({ onSignedIn }: { onSignedIn: () => void }) {
  return (
    <div className="flex justify-end gap-2">
      <Button asChild>
        <a href="/sign-in" target="_blank" rel="noopener">
          Sign in, in a new tab
        </a>
      </Button>
      <Button look="primary" onClick={onSignedIn}>
        I am signed in
      </Button>
    </div>
  )
}
