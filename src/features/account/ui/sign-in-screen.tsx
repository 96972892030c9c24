'use client'

import Link from 'next/link'
import { FormRefusal } from '@/components/ui/form-refusal'
import { Gate } from '@/components/ui/gate'
import type { AccessOptionsView } from '../schema'
import { IssuerButtons, Or } from './issuer-buttons'
import { PasswordSignInForm } from './password-sign-in-form'
import { signInWords } from './sign-in-words'

interface Props {
  options: AccessOptionsView
  /** A path of ours. */
  to: string
  /** Code of an earlier try that came back from an issuer. */
  error?: string
  signedOut?: boolean
}

export function SignInScreen({ options, to, error, signedOut }: Props) {
  const issuers = options.methods.filter(({ id }) => id !== 'password')
  const hasPassword = issuers.length < options.methods.length
  return (
    <Gate
      title="Sign in to Latchkey"
      lead={signedOut ? 'You are signed out.' : 'Provider keys: tested, sealed, used without being seen.'}
      foot={
        options.signUp.withPassword ? (
          <span>
            New here?{' '}
            <Link href="/sign-up" className="link">
              Make an account
            </Link>
          </span>
        ) : (
          <span>New here? An owner of your organization can invite you.</span>
        )
      }
    >
      {error && (
        <div className="mb-4">
          <FormRefusal>{signInWords(error)}</FormRefusal>
        </div>
      )}
      {hasPassword && <PasswordSignInForm onSignedIn={() => window.location.assign(to)} />}
      {hasPassword && issuers.length > 0 && <Or />}
      {issuers.length > 0 && <IssuerButtons methods={issuers} to={to} />}
    </Gate>
  )
}
