import { useState } from 'react'
import { detectOwner } from '@/providers/key-owner'
import { cleanSecret, type Removal } from '@/providers/paste'
import type { Field } from '@/providers/provider'
import { providers, type ProviderId } from '@/providers/registry'
import { fieldsOf, type FieldErrors, type FieldValues } from './field-values'
import { isProviderId } from './secret-form'

export interface Start {
  values: FieldValues
  /** Paths of the provider's fields that this form leaves out. */
  without?: readonly string[]
}

const withoutKey = <T>(record: Readonly<Record<string, T>>, ...keys: string[]) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))

/** What is typed into a provider's fields. Lives in memory alone, as long as the form is open. */
export function useTypedFields(providerId: ProviderId, { values: first, without = [] }: Start) {
  const provider = providers[providerId]
  const [variant, setVariant] = useState(() => variantOf(providerId, first))
  const [values, setValues] = useState<FieldValues>(first)
  const [removed, setRemoved] = useState<Readonly<Record<string, string[]>>>({})
  const [errors, setErrors] = useState<FieldErrors>({})
  const [suggest, setSuggest] = useState<ProviderId | null>(null)
  const fields = fieldsOf(provider.fields, variant).filter(({ path }) => !without.includes(path))

  const write = (path: string, value: string, taken: string[] = []) => {
    setValues((before) => ({ ...before, [path]: value }))
    setErrors((before) => withoutKey(before, path, ''))
    setRemoved((before) => ({ ...before, [path]: taken }))
  }
  const change = (field: Field, value: string) => {
    write(field.path, value)
    if (field.secret) setSuggest(null)
  }
  /** Takes a pasted text without what clings to it, and says so. */
  const paste = (field: Field, text: string) => {
    const cleaned = cleanSecret(text, { multiline: field.kind === 'multiline' })
    write(field.path, cleaned.value, cleaned.removed)
    const owner = detectOwner(text)?.provider
    setSuggest(isProviderId(owner) && owner !== providerId ? owner : null)
  }
  const chooseVariant = (id: string) => {
    setVariant(id)
    setErrors({})
  }
  const refuse = (found: FieldErrors, other: ProviderId | null) => {
    setErrors(found)
    setSuggest((before) => other ?? before)
  }
  /** What reading the whole form took away, for example from an address. */
  const note = (removals: readonly Removal[]) => {
    for (const { field, what } of removals)
      setRemoved((before) => ({ ...before, [field]: [...new Set([...(before[field] ?? []), what])] }))
  }
  return {
    provider,
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
    note,
  }
}

/** The kind of credential that the values at hand are of, else the first. */
function variantOf(providerId: ProviderId, values: FieldValues): string | undefined {
  const { variants, fields } = providers[providerId]
  const filled = fields.find(({ path, variant }) => variant !== undefined && values[path])
  return filled?.variant ?? variants?.[0]?.id
}

export type TypedFields = ReturnType<typeof useTypedFields>
