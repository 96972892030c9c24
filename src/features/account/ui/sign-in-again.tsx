'use client'

import dynamic from 'next/dynamic'
import { useSessionEnded } from './use-session-ended'

const SignInAgainDialog = dynamic(() =>
  import('./sign-in-again-dialog').then(({ SignInAgainDialog }) => SignInAgainDialog),
)

interface Props {
  person: { email: string; hasPassword: boolean }
}

/** Waits for the session to end; loads what asks for it only then. */
export function SignInAgain({ person }: Props) {
  const { ended, renew } = useSessionEnded()
  return ended && <SignInAgainDialog person={person} onSignedIn={renew} />
}
