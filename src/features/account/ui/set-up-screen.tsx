'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormRefusal } from '@/components/ui/form-refusal'
import { Gate } from '@/components/ui/gate'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { useForm } from '@/components/ui/use-form'
import { setUpInput } from '../schema'
import { passwordHint } from './password-hint'
import { useSetUp } from './use-set-up'

/** The first visit: who owns this installation, and the first organization. */
export function SetUpScreen({ tokenNeeded }: { tokenNeeded: boolean }) {
  const setUp = useSetUp()
  const { form, input, errors, refused, busy } = useForm({
    schema: setUpInput,
    initial: {
      ...(tokenNeeded && { token: '' }),
      name: '',
      email: '',
      password: '',
      organizationName: '',
    },
    onSubmit: setUp,
  })
  return (
    <Gate title="Set up Latchkey" lead="You become its owner. This page appears once.">
      <form {...form} className="flex flex-col gap-3.5">
        <FormRefusal>{refused}</FormRefusal>
        {tokenNeeded && (
          <Field
            label="Set-up token"
            error={errors.token}
            hint="Printed in the terminal where Latchkey was started."
          >
            <Input {...input('token')} spellCheck={false} autoFocus inputClassName="text-code" />
          </Field>
        )}
        <Field label="Your name" error={errors.name}>
          <Input {...input('name')} autoComplete="name" autoFocus={!tokenNeeded} />
        </Field>
        <Field label="E-mail" error={errors.email}>
          <Input {...input('email')} type="email" autoComplete="username" />
        </Field>
        <Field label="Password" error={errors.password} hint={errors.password ? null : passwordHint}>
          <PasswordInput {...input('password')} autoComplete="new-password" />
        </Field>
        <Field
          label="Organization"
          error={errors.organizationName}
          hint="Its keys, members and audit trail stand apart from others."
        >
          <Input {...input('organizationName')} autoComplete="organization" />
        </Field>
        <Button type="submit" look="primary" size="lg" className="mt-1 w-full" busy={busy && 'Setting up…'}>
          Set up Latchkey
        </Button>
      </form>
    </Gate>
  )
}
