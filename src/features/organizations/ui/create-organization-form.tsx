'use client'

import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { FormRefusal } from '@/components/ui/form-refusal'
import { Input } from '@/components/ui/input'
import { useForm } from '@/components/ui/use-form'
import { createOrganizationInput } from '../schema'
import { suggestSlug } from '../slug'
import { useCreateOrganization } from './use-create-organization'

interface Props {
  /** The buttons, given whether the organization is being made. */
  actions: (busy: boolean) => ReactNode
  onCreated?: () => void
  /** On a page of its own; a dialog sees to the focus itself. */
  autoFocus?: boolean
}

export function CreateOrganizationForm({ actions, onCreated, autoFocus }: Props) {
  const create = useCreateOrganization()
  const { form, input, errors, refused, busy, values } = useForm({
    schema: createOrganizationInput,
    initial: { name: '', slug: '' },
    read: ({ name, slug }) => ({ name, ...(slug && { slug }) }),
    onSubmit: async (values) => {
      const refusal = await create(values)
      if (!refusal) onCreated?.()
      return refusal
    },
  })
  const suggestion = values.name ? suggestSlug(values.name) : 'my-team'
  return (
    <form {...form} className="flex flex-col gap-3.5">
      <FormRefusal>{refused}</FormRefusal>
      <Field label="Name" error={errors.name}>
        <Input {...input('name')} autoComplete="organization" autoFocus={autoFocus} />
      </Field>
      <Field
        label="Address"
        error={errors.slug}
        optional
        hint="Lower-case letters, digits and hyphens. It stands in links."
      >
        <Input
          {...input('slug')}
          lead={<span className="text-sm">/</span>}
          placeholder={suggestion}
          spellCheck={false}
        />
      </Field>
      {actions(busy)}
    </form>
  )
}
