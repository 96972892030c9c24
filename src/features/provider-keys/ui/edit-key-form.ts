import type { Field, Provider } from '@/providers/provider'
import type { Environment } from '../provider-key'
import type { ProviderKeyView } from '../schema'
import { credentialValues, optionValues, type FieldValues } from './field-values'

export interface KeyEdit {
  label: string
  environment: Environment
  /** A day, `2026-11-25`, or empty. */
  expires: string
  options: FieldValues
}

export const editOf = (key: ProviderKeyView): KeyEdit => ({
  label: key.label,
  environment: key.environment,
  expires: key.expiresAt?.slice(0, 10) ?? '',
  options: optionValues(key),
})

/**
 * Options that may change without the secret. Which ones would move it to another address the provider's own
 * `destination` decides on the server; a required option is part of the address everywhere, so it is not offered.
 */
export const editableFields = ({ fields }: Provider): Field[] =>
  fields.filter(({ path, secret, required }) => path.startsWith('options.') && !secret && !required)

/** What differs from the stored key; null when nothing does. Options are sent whole: absent ones are taken away. */
export function changesOf(key: ProviderKeyView, edit: KeyEdit) {
  const before = editOf(key)
  const shown = optionFields(edit.options)
  const changes = {
    ...(edit.label.trim() !== before.label && { label: edit.label.trim() }),
    ...(edit.environment !== before.environment && { environment: edit.environment }),
    ...(edit.expires !== before.expires && { expiresAt: edit.expires ? endOfDay(edit.expires) : null }),
    ...(JSON.stringify(shown) !== JSON.stringify(optionFields(before.options)) && { options: shown }),
  }
  return Object.keys(changes).length > 0 ? changes : null
}

/** A key is good to the end of its last day, wherever it is read. */
const endOfDay = (day: string) => `${day}T23:59:59Z`

function optionFields(values: FieldValues): Record<string, string> {
  const paths = Object.keys(values).filter((path) => path.startsWith('options.'))
  const fields = paths.toSorted().map((path) => ({
    path: path as Field['path'],
    label: '',
    secret: false,
    required: false,
    kind: 'text' as const,
  }))
  return credentialValues(fields, values).options ?? {}
}
