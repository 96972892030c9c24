import type { RefObject } from 'react'
import type { ProviderId } from '@/providers/registry'
import type { Failure } from '@/trpc/failure'
import { placeOf } from './field-values'
import { isProviderId, type Checked } from './secret-form'
import { useSecretTest } from './use-secret-test'
import { useTypedFields, type Start, type TypedFields } from './use-typed-fields'

interface Props {
  form: RefObject<HTMLFormElement | null>
  providerId: ProviderId
  start: Start
  /** Fields of ours beside the provider's, at which an error may stand. */
  ownFields?: readonly string[]
}

/** A form around one secret: what is typed, its test, and where the eye goes when something is wrong. */
export function useSecretForm({ form, providerId, start, ownFields = [] }: Props) {
  const fields = useTypedFields(providerId, start)

  const focus = (selector: string) =>
    void requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(selector)?.focus())

  const placeFailure = ({ field, message, details }: Failure): boolean => {
    const places = [...fields.fields.map(({ path }) => path), ...ownFields]
    const place = field === undefined ? '' : placeOf(field, places)
    if (place === '') return false
    fields.refuse({ [place]: message }, isProviderId(details?.suggest) ? details.suggest : null)
    focus('[aria-invalid=true]')
    return true
  }
  const { phase, reset, ...calls } = useSecretTest(placeFailure)

  /* A verdict is about what was sent: any change of it takes the verdict away. */
  const thenReset =
    <Args extends unknown[]>(deed: (...args: Args) => void) =>
    (...args: Args) => {
      if (phase.kind !== 'idle') reset()
      deed(...args)
    }
  const typed: TypedFields = {
    ...fields,
    change: thenReset(fields.change),
    paste: thenReset(fields.paste),
    chooseVariant: thenReset(fields.chooseVariant),
  }

  /** Runs the deed when the form is in order; else shows what is not. */
  async function withValid<Request, Answer>(
    checked: Checked<Request>,
    deed: (ready: Extract<Checked<Request>, { ok: true }>) => Promise<Answer>,
  ): Promise<Answer | null> {
    if (checked.ok) {
      fields.note(checked.removed)
      return deed(checked)
    }
    reset()
    fields.refuse(checked.errors, checked.suggest)
    focus('[aria-invalid=true]')
    return null
  }
  return { typed, phase, reset, ...calls, withValid, focusSecret: () => focus('[data-secret]') }
}
