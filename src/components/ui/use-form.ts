'use client'

import { useRef, useState, type ChangeEvent, type FormEvent } from 'react'
import type { z } from 'zod'

/** Why it did not go through; `field` names the input at fault. */
export interface Refusal {
  message: string
  field?: string
}

type Values = Record<string, string>
type Errors = Record<string, string | undefined>

interface Options<Schema extends z.ZodType> {
  /** What the server checks too: the page only says it earlier. */
  schema: Schema
  initial: Values
  /** Typed text as the schema wants it, for example a number; default: as it is. */
  read?: (values: Values) => unknown
  /** Null when all went well. */
  onSubmit: (input: z.output<Schema>) => Promise<Refusal | null>
}

/** A form that loses nothing: values stay after a refusal, the first field at fault takes the focus. */
export function useForm<Schema extends z.ZodType>({ schema, initial, read, onSubmit }: Options<Schema>) {
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Errors>({})
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const show = (refusal: Refusal) => {
    const field = refusal.field && refusal.field in values ? refusal.field : undefined
    setErrors(field ? { [field]: refusal.message } : {})
    setRefused(field ? null : refusal.message)
    if (field) focusOn(form.current, field)
  }

  const showIssues = (issues: readonly z.core.$ZodIssue[]) => {
    const found = firstMessages(issues)
    const first = Object.keys(values).find((name) => name in found)
    setErrors(found)
    setRefused(first ? null : (issues[0]?.message ?? null))
    focusOn(form.current, first)
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const parsed = schema.safeParse(read ? read(values) : values)
    if (!parsed.success) return showIssues(parsed.error.issues)
    setErrors({})
    setRefused(null)
    setBusy(true)
    const refusal = await onSubmit(parsed.data)
    setBusy(false)
    if (refusal) show(refusal)
  }

  const input = (name: string) => ({
    name,
    value: values[name] ?? '',
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) => {
      setValues((current) => ({ ...current, [name]: target.value }))
      setErrors((current) => ({ ...current, [name]: undefined }))
    },
  })

  const reset = (next: Values = initial) => {
    setValues(next)
    setErrors({})
    setRefused(null)
  }

  const isChanged = Object.keys(initial).some((name) => values[name] !== initial[name])
  const formProps = { ref: form, onSubmit: submit, noValidate: true }
  return { form: formProps, input, errors, refused, busy, values, isChanged, reset }
}

/** By field, the first that is wrong with it. */
const firstMessages = (issues: readonly z.core.$ZodIssue[]): Errors =>
  Object.fromEntries(issues.toReversed().map(({ path, message }) => [String(path[0]), message]))

function focusOn(form: HTMLFormElement | null, name: string | undefined) {
  const control = name && form?.elements.namedItem(name)
  if (control instanceof HTMLElement) control.focus()
}
