'use client'

import { ClipboardCheck } from 'lucide-react'
import { useId, type ClipboardEvent, type ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SecretInput, SecretTextarea } from '@/components/ui/secret-input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { Field as ProviderField } from '@/providers/provider'
import type { TypedFields } from './use-typed-fields'

interface Props {
  field: ProviderField
  typed: TypedFields
  aside?: ReactNode
  /** Under the field, instead of its error: an offer to switch the provider. */
  offer?: ReactNode
  autoFocus?: boolean
  isWhole: boolean
}

/** One field of a provider, drawn from its description alone. */
export function ProviderFieldInput({ field, typed, aside, offer, autoFocus, isWhole }: Props) {
  const removed = typed.removed[field.path] ?? []
  return (
    <Field
      label={field.label}
      required={field.required}
      optional={!field.required}
      aside={aside}
      error={offer ? null : typed.errors[field.path]}
      hint={removed.length > 0 ? <Removed words={removed} /> : field.hint}
      className={isWhole ? 'col-span-full' : 'max-tablet:col-span-full'}
    >
      <Control field={field} typed={typed} autoFocus={autoFocus} />
      {offer}
    </Field>
  )
}

/** Too long for half a line. */
export const needsLine = ({ secret, kind, path }: ProviderField) =>
  secret || kind === 'multiline' || kind === 'headers' || path === 'baseUrl'

function Control({ field, typed, autoFocus }: Pick<Props, 'field' | 'typed' | 'autoFocus'>) {
  const { path, kind, placeholder, choices, secret } = field
  const listId = useId()
  const shared = {
    name: path,
    value: typed.values[path] ?? '',
    autoFocus,
    'aria-invalid': typed.errors[path] ? (true as const) : undefined,
    'data-secret': secret || undefined,
    onChange: (event: { target: { value: string } }) => typed.change(field, event.target.value),
  }
  if (kind === 'select')
    return <Select {...shared} choices={choices ?? []} placeholder={placeholder ?? 'Choose'} />
  const typing = { ...shared, placeholder, spellCheck: false }
  const pasting = { onPaste: (event: Paste) => takePaste(event, (text) => typed.paste(field, text)) }
  if (secret && kind === 'headers') return <SecretTextarea {...typing} rows={3} />
  if (secret && kind === 'multiline') return <SecretTextarea {...typing} {...pasting} rows={6} />
  if (secret) return <SecretInput {...typing} {...pasting} />
  if (kind === 'multiline' || kind === 'headers') return <Textarea {...typing} rows={3} />
  return (
    <>
      <Input {...typing} list={choices ? listId : undefined} />
      {choices && (
        <datalist id={listId}>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </datalist>
      )}
    </>
  )
}

type Paste = ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>

/** A paste that is the whole value is cleaned; one in the middle of typed text is left to the browser. */
function takePaste(event: Paste, take: (text: string) => void) {
  const { value, selectionStart, selectionEnd } = event.currentTarget
  const isWhole = value === '' || (selectionStart === 0 && selectionEnd === value.length)
  const text = event.clipboardData.getData('text')
  if (!isWhole || text === '') return
  event.preventDefault()
  take(text)
}

/** "Removed Bearer and a line break from what you pasted". */
const Removed = ({ words }: { words: readonly string[] }) => (
  <span role="status" className="flex items-center gap-1.5">
    <ClipboardCheck aria-hidden className="size-3.5" />
    <span>
      Removed{' '}
      {words.map((word, i) => (
        <span key={word}>
          {i > 0 && (i === words.length - 1 ? ' and ' : ', ')}
          {/^[A-Z]/.test(word) ? (
            <code className="rounded-tag border-line bg-sunken text-ink-2 border px-1 font-mono">{word}</code>
          ) : (
            word
          )}
        </span>
      ))}{' '}
      from what you pasted
    </span>
  </span>
)
