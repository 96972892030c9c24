'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormRefusal } from '@/components/ui/form-refusal'
import { Gate } from '@/components/ui/gate'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { useForm } from '@/components/ui/use-form'
import { signUpInput, type AccessOptionsView } from '../schema'
import { passwordHint } from './password-hint'
import { IssuerButtons, Or } from './issuer-buttons'
import { useSignUp } from './use-sign-up'

export function SignUpScreen({ options, to }: { options: AccessOptionsView; to: string }) {
  const signUp = useSignUp(to)
  const { form, input, errors, refused, busy } = useForm({
    schema: signUpInput,
    initial: { name: '', email: '', password: '' },
    onSubmit: signUp,
  })
  const issuers = options.methods.filter(({ id }) => id !== 'password')
  return (
    <Gate
      title="Make an account"
      lead="Then make an organization, or join the one that invites you."
      foot={
        <span>
          Known here already?{' '}
          <Link href="/sign-in" className="link">
            Sign in
          </Link>
        </span>
      }
    >
      <form {...form} className="flex flex-col gap-3.5">
        <FormRefusal>{refused}</FormRefusal>
        <Field label="Your name" error={errors.name}>
          <Input {...input('name')} autoComplete="name" autoFocus />
        </Field>
        <Field label="E-mail" error={errors.email}>
          <Input {...input('email')} type="email" autoComplete="username" />
        </Field>
        <Field label="Password" error={errors.password} hint={errors.password ? null : passwordHint}>
          <PasswordInput {...input('password')} autoComplete="new-password" />
        </Field>
        <Button
          type="submit"
          look="primary"
          size="lg"
          className="mt-1 w-full"
          busy={busy && 'Making the account…'}
        >
          Make account
        </Button>
      </form>
      {issuers.length > 0 && (
        <>
          <Or />
          <IssuerButtons methods={issuers} to={to} />
        </>
      )}
    </Gate>
  )
}
