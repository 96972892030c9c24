import type { Field } from '@/providers/provider'

/** What was typed, by the path of its field. */
export type FieldValues = Readonly<Record<string, string>>
export type FieldErrors = Readonly<Record<string, string>>

/** The fields of the chosen kind of credential. */
export const fieldsOf = (fields: readonly Field[], variant: string | undefined): Field[] =>
  fields.filter((field) => field.variant === undefined || field.variant === variant)

/** The part of an input that comes from a provider's own fields. */
export interface CredentialValues {
  token?: string | Record<string, unknown>
  baseUrl?: string
  name?: string
  options?: Record<string, string>
}

/** "Name: value" lines as an object. A line without a colon keeps its whole text as a name, which no schema accepts. */
function readHeaders(text: string): Record<string, string> {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return colon < 1 ? [line, ''] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    }),
  )
}

/** Typed values in the shape that the API takes. Empty fields are absent, never sent as empty. */
export function credentialValues(fields: readonly Field[], values: FieldValues): CredentialValues {
  const filled = fields.filter(({ path }) => (values[path] ?? '').trim() !== '')
  const read = ({ path, kind }: Field) =>
    kind === 'headers' ? readHeaders(values[path] ?? '') : (values[path] ?? '')
  const under = (prefix: string) =>
    Object.fromEntries(
      filled
        .filter(({ path }) => path.startsWith(prefix))
        .map((field) => [field.path.slice(prefix.length), read(field)]),
    )
  const own = (path: 'token' | 'baseUrl' | 'name') =>
    filled.some((field) => field.path === path) ? values[path] : undefined
  const parts = under('token.')
  const options = under('options.') as Record<string, string>
  const token = Object.keys(parts).length > 0 ? parts : own('token')
  return {
    ...(token !== undefined && { token }),
    ...(own('baseUrl') !== undefined && { baseUrl: own('baseUrl')?.trim() }),
    ...(own('name') !== undefined && { name: own('name')?.trim() }),
    ...(Object.keys(options).length > 0 && { options }),
  }
}

interface Issue {
  path: PropertyKey[]
  message: string
}

/** Issues by the field they are about; what is about none stands under the empty path. The first of a field wins. */
export function errorsByField(issues: readonly Issue[], fields: readonly string[]): FieldErrors {
  const errors: Record<string, string> = {}
  for (const { path, message } of issues) {
    const full = path.map(String).join('.')
    const place = placeOf(full, fields)
    errors[place] ??= message
  }
  return errors
}

/** The visible field for a path: itself, a part of it, or the one it is part of; else the form as a whole. */
export function placeOf(path: string, fields: readonly string[]): string {
  if (fields.includes(path)) return path
  const near = fields.find(
    (field) => path !== '' && (field.startsWith(`${path}.`) || path.startsWith(`${field}.`)),
  )
  return near ?? ''
}

/** What is shown of a stored key, as typed values: all but its secret. */
export const optionValues = ({
  baseUrl,
  options,
}: {
  baseUrl: string | null
  options: Record<string, string> | null
}): FieldValues => ({
  ...(baseUrl !== null && { baseUrl }),
  ...Object.fromEntries(Object.entries(options ?? {}).map(([name, value]) => [`options.${name}`, value])),
})
