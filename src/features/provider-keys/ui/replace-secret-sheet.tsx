'use client'

import { useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '@/components/ui/button'
import { ProviderMark } from '@/components/ui/provider-mark'
import { Sheet } from '@/components/ui/sheet'
import type { ProviderKeyView } from '../schema'
import type { CreatedKey } from './created-toast'
import { CredentialFields } from './credential-fields'
import { optionValues } from './field-values'
import { providerOf, spokenName } from './provider-of'
import { checkDraft, checkReplace } from './secret-form'
import { FailureNote, SheetFoot, TestResult } from './secret-form-parts'
import { useKeyCache } from './use-key-cache'
import { useSecretForm } from './use-secret-form'

interface Props {
  /** As it stands now; a reload brings a newer revision without losing what was typed. */
  providerKey: ProviderKeyView
  open: boolean
  onOpenChange: (open: boolean) => void
  onSaved: (replaced: CreatedKey) => void
}

/** A new secret for a stored key, and with it perhaps a new address. */
export function ReplaceSecretSheet({ providerKey, open, onOpenChange, onSaved }: Props) {
  const [foot, setFoot] = useState<HTMLElement | null>(null)
  const [isTyped, setTyped] = useState(false)
  const provider = providerOf(providerKey)
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title="Replace secret"
      subtitle={providerKey.label}
      lead={<ProviderMark name={provider.mark} />}
      sticky={isTyped}
      footer={<div ref={setFoot} className="flex flex-1 items-center gap-2" />}
    >
      <p className="text-ink-2 text-sm">
        The new secret is tested, then takes the place of the old one at once. The label, the id and the
        history stay. The old secret goes on working at {provider.name} until it is revoked there.
      </p>
      <ReplaceForm providerKey={providerKey} foot={foot} onTyped={() => setTyped(true)} onSaved={onSaved} />
    </Sheet>
  )
}

interface FormProps {
  providerKey: ProviderKeyView
  foot: HTMLElement | null
  onTyped: () => void
  onSaved: (replaced: CreatedKey) => void
}

function ReplaceForm({ providerKey, foot, onTyped, onSaved }: FormProps) {
  const formId = useId()
  const cache = useKeyCache()
  const formRef = useRef<HTMLFormElement>(null)
  const start = { values: optionValues(providerKey), without: ['name'] }
  const form = useSecretForm({ form: formRef, providerId: providerKey.provider, start })
  const { typed, phase, withValid } = form
  const input = { providerId: providerKey.provider, fields: typed.fields, values: typed.values }

  const test = () => withValid(checkDraft(input, providerKey.organizationId), form.test)
  const save = async (isUncertain = false) => {
    const replaced = await withValid(checkReplace(input, providerKey), ({ request, host }) =>
      form.replace({
        host,
        request: { ...request, ifUncertain: isUncertain ? 'saveInactive' : 'reject' },
      }),
    )
    if (replaced) onSaved(replaced)
  }
  const isStale = phase.kind === 'failed' && phase.failure.code === 'STALE_REVISION'
  const reload = async () => {
    await cache.refresh()
    form.reset()
  }
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
      <CredentialFields typed={typed} />
      {typed.errors[''] && <FailureNote failure={{ code: 'BAD_REQUEST', message: typed.errors[''] }} />}
      {isStale ? (
        <FailureNote
          failure={phase.failure}
          action={
            <Button size="sm" onClick={() => void reload()}>
              Reload, keep what I typed
            </Button>
          }
        />
      ) : (
        <TestResult
          phase={phase}
          provider={typed.provider}
          name={spokenName(providerKey)}
          saveWords="Replace secret"
          onSave={(uncertain) => void save(uncertain)}
          onEdit={form.focusSecret}
        />
      )}
      {foot &&
        createPortal(
          <SheetFoot
            phase={phase}
            formId={formId}
            saveWords="Replace secret"
            isTested={typed.provider.testedBeforeSaving}
            onTest={() => void test()}
            onStop={form.reset}
          />,
          foot,
        )}
    </form>
  )
}
