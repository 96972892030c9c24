'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormRefusal } from '@/components/ui/form-refusal'
import { PasswordInput } from '@/components/ui/password-input'
import { Section } from '@/components/ui/section'
import { useForm, type Refusal } from '@/components/ui/use-form'
import { changePasswordInput, type ChangePasswordInput } from '../schema'
import { passwordHint } from './password-hint'

interface Props {
  email: string
  hasPassword: boolean
  onChange: (input: ChangePasswordInput) => Promise<Refusal | null>
}

export function PasswordSection({ email, hasPassword, onChange }: Props) {
  const initial = { ...(hasPassword && { currentPassword: '' }), newPassword: '' }
  const { form, input, errors, refused, busy, reset } = useForm({
    schema: changePasswordInput,
    initial,
    onSubmit: async (values) => {
      const refusal = await onChange(values)
      if (!refusal) reset()
      return refusal
    },
  })
  return (
    <Section
      title="Password"
      lead={
        hasPassword
          ? 'A new one ends all your other sessions.'
          : 'You have none yet and sign in through an issuer.'
      }
    >
      <form {...form} className="flex max-w-md flex-col items-start gap-4">
        <FormRefusal>{refused}</FormRefusal>
        {/* Tells password managers whose password this is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        {hasPassword && (
          <Field label="Current password" error={errors.currentPassword} className="w-full">
            <PasswordInput {...input('currentPassword')} autoComplete="current-password" />
          </Field>
        )}
        <Field
          label="New password"
          error={errors.newPassword}
          hint={errors.newPassword ? null : passwordHint}
          className="w-full"
        >
          <PasswordInput {...input('newPassword')} autoComplete="new-password" />
        </Field>
        <Button type="submit" busy={busy && 'Changing…'}>
          {hasPassword ? 'Change password' : 'Set password'}
        </Button>
      </form>
    </Section>
  )
}
