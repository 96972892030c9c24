'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormRefusal } from '@/components/ui/form-refusal'
import { Input } from '@/components/ui/input'
import { useForm } from '@/components/ui/use-form'
import { updateOrganizationInput, type OrganizationView } from '../schema'
import { useOrganizationSettings } from './use-organization-settings'

interface Props {
  organization: OrganizationView
  /** The role may see, but not change. */
  locked: boolean
}

export function SettingsForm({ organization, locked }: Props) {
  const save = useOrganizationSettings(organization)
  const { form, input, errors, refused, busy, values, isChanged } = useForm({
    schema: updateOrganizationInput,
    initial: {
      name: organization.name,
      slug: organization.slug,
      secretMaxAgeDays: String(organization.secretMaxAgeDays),
    },
    read: ({ secretMaxAgeDays, ...rest }) => ({
      ...rest,
      organizationId: organization.id,
      secretMaxAgeDays: secretMaxAgeDays?.trim() ? Number(secretMaxAgeDays) : Number.NaN,
    }),
    onSubmit: save,
  })
  const moves = values.slug !== organization.slug
  return (
    <form {...form} className="flex max-w-md flex-col items-start gap-4">
      <FormRefusal>{refused}</FormRefusal>
      <fieldset disabled={locked} className="flex w-full flex-col gap-4">
        <Field label="Name" error={errors.name}>
          <Input {...input('name')} />
        </Field>
        <Field
          label="Address"
          error={errors.slug}
          hint={
            moves
              ? 'Links with the old address will no longer work.'
              : 'It stands in links. Programs use ids, which never change.'
          }
        >
          <Input {...input('slug')} lead={<span className="text-sm">/</span>} spellCheck={false} />
        </Field>
        <Field
          label="A secret counts as old after"
          error={errors.secretMaxAgeDays}
          hint="Older ones are marked in the list. Nothing is switched off."
        >
          <Input
            {...input('secretMaxAgeDays')}
            inputMode="numeric"
            className="w-32"
            trail={<span className="text-ink-3 pr-2 text-sm">days</span>}
          />
        </Field>
      </fieldset>
      {!locked && (
        <Button type="submit" look="primary" disabled={!isChanged && !busy} busy={busy && 'Saving…'}>
          Save settings
        </Button>
      )}
    </form>
  )
}
