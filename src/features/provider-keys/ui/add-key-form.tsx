'use client'

import { useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { providers, type ProviderId } from '@/providers/registry'
import { defaultLabel } from '../default-label'
import type { Environment } from '../provider-key'
import type { CreatedKey } from './created-toast'
import { CredentialFields } from './credential-fields'
import { EnvironmentChoice } from './environment-choice'
import type { FieldValues } from './field-values'
import { useScreen } from './screen-context'
import { checkCreate, checkDraft } from './secret-form'
import { FailureNote, SheetFoot, TestResult } from './secret-form-parts'
import { useSecretForm } from './use-secret-form'

/** What goes along when the provider is switched. */
export interface Carried {
  values: FieldValues
  label: string
  environment: Environment
}

interface Props {
  providerId: ProviderId
  carried: Carried
  /** Where the buttons go: the foot of the sheet. */
  foot: HTMLElement | null
  onSwitch: (to: ProviderId, carried: Carried) => void
  onTyped: () => void
  onSaving: (isSaving: boolean) => void
  onSaved: (created: CreatedKey) => void
}

/** The second step: fields, test, verdict, save. */
export function AddKeyForm({ providerId, carried, foot, onSwitch, onTyped, onSaving, onSaved }: Props) {
  const { organization } = useScreen()
  const formId = useId()
  const [label, setLabel] = useState(carried.label)
  const [environment, setEnvironment] = useState(carried.environment)
  const formRef = useRef<HTMLFormElement>(null)
  const form = useSecretForm({
    form: formRef,
    providerId,
    start: { values: carried.values },
    ownFields: ['label', 'environment'],
  })
  const { typed, phase, withValid } = form
  const provider = providers[providerId]
  const name = typed.values.name?.trim() || provider.name
  const input = { providerId, fields: typed.fields, values: typed.values }

  const test = () => withValid(checkDraft(input, organization.id), form.test)
  const save = async (isUncertain = false) => {
    const checked = checkCreate(input, organization.id, { label, environment })
    onSaving(checked.ok)
    const created = await withValid(checked, ({ request, host }) =>
      form.create({ host, request: { ...request, ifUncertain: isUncertain ? 'saveInactive' : 'reject' } }),
    )
    onSaving(false)
    if (created) onSaved(created)
  }
  const switchTo = (to: ProviderId) => {
    const secret = typed.fields.find((field) => field.secret && typed.values[field.path])
    const target = providers[to].fields.find((field) => field.secret)
    const values = secret && target ? { [target.path]: typed.values[secret.path] ?? '' } : {}
    onSwitch(to, { values, label, environment })
  }
  const saveWords = 'Save key'

  return (
    <form
      id={formId}
      ref={formRef}
      noValidate
      className="contents"
      onInput={onTyped}
      onPaste={onTyped}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <CredentialFields
        typed={typed}
        onSwitch={switchTo}
        before={
          <EnvironmentChoice value={environment} onChange={setEnvironment} error={typed.errors.environment} />
        }
      >
        {(isAlone) => (
          <Field
            label="Label"
            optional
            error={typed.errors.label}
            className={isAlone ? 'col-span-full' : 'max-tablet:col-span-full'}
          >
            <Input
              name="label"
              value={label}
              maxLength={80}
              placeholder={defaultLabel(name, environment)}
              onChange={(event) => setLabel(event.target.value)}
            />
          </Field>
        )}
      </CredentialFields>
      {typed.errors[''] && <FailureNote failure={{ code: 'BAD_REQUEST', message: typed.errors[''] }} />}
      <TestResult
        phase={phase}
        provider={provider}
        name={name}
        saveWords={saveWords}
        onSave={(uncertain) => void save(uncertain)}
        onEdit={form.focusSecret}
      />
      {foot &&
        createPortal(
          <SheetFoot
            phase={phase}
            formId={formId}
            saveWords={saveWords}
            isTested={provider.testedBeforeSaving}
            onTest={() => void test()}
            onStop={form.reset}
          />,
          foot,
        )}
    </form>
  )
}
