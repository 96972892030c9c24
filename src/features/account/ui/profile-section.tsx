'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormRefusal } from '@/components/ui/form-refusal'
import { Input } from '@/components/ui/input'
import { Section } from '@/components/ui/section'
import { useForm, type Refusal } from '@/components/ui/use-form'
import { updateAccountInput, type AccountView, type UpdateAccountInput } from '../schema'

interface Props {
  account: AccountView
  onSave: (input: UpdateAccountInput) => Promise<Refusal | null>
}

export function ProfileSection({ account, onSave }: Props) {
  const { form, input, errors, refused, busy, isChanged } = useForm({
    schema: updateAccountInput,
    initial: { name: account.name },
    onSubmit: onSave,
  })
  return (
    <Section title="Profile" lead="How others in your organizations see you.">
      <form {...form} className="flex max-w-md flex-col items-start gap-4">
        <FormRefusal>{refused}</FormRefusal>
        <Field label="Name" error={errors.name} className="w-full">
          <Input {...input('name')} autoComplete="name" />
        </Field>
        <Field label="E-mail" hint="You sign in with it. It cannot be changed here." className="w-full">
          <Input value={account.email} readOnly className="bg-sunken text-ink-2" />
        </Field>
        <Button type="submit" disabled={!isChanged && !busy} busy={busy && 'Saving…'}>
          Save name
        </Button>
      </form>
    </Section>
  )
}
