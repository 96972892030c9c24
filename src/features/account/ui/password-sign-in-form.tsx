'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormRefusal } from '@/components/ui/form-refusal'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { useForm } from '@/components/ui/use-form'
import { signInInput } from '../schema'
import { signInWithPassword } from './use-sign-in'

interface Props {
  /** Known already, when signing in again: then it cannot be another person's. */
  email?: string
  onSignedIn: () => void
  submit?: string
}

export function PasswordSignInForm({ email, onSignedIn, submit = 'Sign in' }: Props) {
  const { form, input, errors, refused, busy } = useForm({
    schema: signInInput,
    initial: { email: email ?? '', password: '' },
    onSubmit: async (values) => {
      const refusal = await signInWithPassword(values)
      if (!refusal) onSignedIn()
      return refusal
    },
  })
  return (
    <form {...form} className="flex flex-col gap-3.5">
      <FormRefusal>{refused}</FormRefusal>
      <Field label="E-mail" error={errors.email}>
        <Input
          {...input('email')}
          type="email"
          autoComplete="username"
          readOnly={email !== undefined}
          autoFocus={email === undefined}
        />
      </Field>
      <Field label="Password" error={errors.password}>
        <PasswordInput
          {...input('password')}
          autoComplete="current-password"
          autoFocus={email !== undefined}
        />
      </Field>
      <Button type="submit" look="primary" size="lg" className="mt-1 w-full" busy={busy && 'Signing in…'}>
        {submit}
      </Button>
    </form>
  )
}
