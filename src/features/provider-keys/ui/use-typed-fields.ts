import { useState } from 'react'
import { detectOwner } from '@/providers/key-owner'
import { cleanSecret } from '@/providers/paste'
import type { Field } from '@/providers/provider'
import { providers, type ProviderId } from '@/providers/registry'
import { fieldsOf, type FieldErrors, type FieldValues } from './field-values'
import { isProviderId } from './secret-form'

export interface Start {
  values: FieldValues
  /** Paths of the provider's fields that this form leaves out. */
  without?: readonly string[]
}

/** What is typed into a provider's fields. Lives in memory alone, as long as the form is open. */
export function useTypedFields(
  providerId: ProviderId,
  { values: first, without = [] }: Start,
  onChange: () => void,
) {
  const provider = providers[providerId]
  const [variant, setVariant] = useState(provider.variants?.[0]?.id)
  const [values, setValues] = useState<FieldValues>(first)
  const [removed, setRemoved] = useState<Readonly<Record<string, string[]>>>({})
  const [errors, setErrors] = useState<FieldErrors>({})
  const [suggest, setSuggest] = useState<ProviderId | null>(null)
  const fields = fieldsOf(provider.fields, variant).filter(({ path }) => !without.includes(path))

  const write = (path: string, value: string) => {
    setValues((before) => ({ ...before, [path]: value }))
    setErrors(({ [path]: _, '': __, ...others }) => others)
    onChange()
  }
  const change = (field: Field, value: string) => {
    write(field.path, value)
    setRemoved(({ [field.path]: _, ...others }) => others)
    if (field.secret) setSuggest(null)
  }
  /** Takes a pasted text without what clings to it, and says so. */
  const paste = (field: Field, text: string) => {
    const cleaned = cleanSecret(text, { multiline: field.kind === 'multiline' })
    write(field.path, cleaned.value)
    setRemoved((before) => ({ ...before, [field.path]: cleaned.removed }))
    const owner = detectOwner(text)?.provider
    setSuggest(isProviderId(owner) && owner !== providerId ? owner : null)
  }
  const chooseVariant = (id: string) => {
    setVariant(id)
    setErrors({})
    onChange()
  }
  const refuse = (found: FieldErrors, other: ProviderId | null) => {
    setErrors(found)
    setSuggest((before) => other ?? before)
  }

  return {
    provider,
    providerId,
    fields,
    values,
    variant,
    removed,
    errors,
    suggest,
    change,
    paste,
    chooseVariant,
    refuse,
    setErrors,
  }
}

export type TypedFields = ReturnType<typeof useTypedFields>
