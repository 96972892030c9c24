'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { Failure } from '@/trpc/failure'
import type { ProviderKeyView } from '../schema'
import { changesOf, editableFields, editOf } from './edit-key-form'
import { EnvironmentChoice } from './environment-choice'
import { placeOf } from './field-values'
import { providerOf } from './provider-of'
import { FailureNote } from './secret-form-parts'
import { useUpdateKey } from './use-update-key'

interface Props {
  /** As it stands now: a reload brings a newer revision while the typed values stay. */
  providerKey: ProviderKeyView
  open: boolean
  onClose: () => void
}

export const EditKeyDialog = ({ providerKey, open, onClose }: Props) => (
  <Dialog
    open={open}
    onOpenChange={(next) => !next && onClose()}
    title={`Edit ${providerKey.label}`}
    className="w-[480px]"
  >
    <EditForm providerKey={providerKey} onClose={onClose} />
  </Dialog>
)

function EditForm({ providerKey, onClose }: Omit<Props, 'open'>) {
  const { update, isUpdating, reload } = useUpdateKey()
  /* What was there when typing began: after a reload only what this person changed is sent. */
  const [before] = useState(providerKey)
  const [edit, setEdit] = useState(() => editOf(before))
  const [failure, setFailure] = useState<Failure | null>(null)
  const fields = editableFields(providerOf(providerKey))
  const places = ['label', 'environment', 'expiresAt', ...fields.map(({ path }) => path)]
  const place = failure?.field === undefined ? '' : placeOf(failure.field, places)
  const errorAt = (name: string) => (place === name && failure ? failure.message : null)

  const save = async () => {
    const changes = changesOf(before, edit)
    if (!changes) return onClose()
    const failed = await update(providerKey, changes)
    setFailure(failed)
    if (!failed) onClose()
  }
  const reloadKey = async () => {
    await reload()
    setFailure(null)
  }
  return (
    <form
      className="mt-4 grid grid-cols-1 gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field label="Label" error={errorAt('label')}>
        <Input
          value={edit.label}
          maxLength={80}
          onChange={(event) => setEdit({ ...edit, label: event.target.value })}
        />
      </Field>
      <EnvironmentChoice
        value={edit.environment}
        onChange={(environment) => setEdit({ ...edit, environment })}
        error={errorAt('environment')}
      />
      <Field
        label="Last day"
        optional
        error={errorAt('expiresAt')}
        hint="If the provider ends this key by itself on a day"
      >
        <Input
          type="date"
          value={edit.expires}
          onChange={(event) => setEdit({ ...edit, expires: event.target.value })}
        />
      </Field>
      {fields.map(({ path, label, hint, placeholder }) => (
        <Field key={path} label={label} hint={hint} optional error={errorAt(path)}>
          <Input
            value={edit.options[path] ?? ''}
            placeholder={placeholder}
            spellCheck={false}
            onChange={(event) =>
              setEdit({ ...edit, options: { ...edit.options, [path]: event.target.value } })
            }
          />
        </Field>
      ))}
      {failure && place === '' && (
        <FailureNote
          failure={failure}
          action={
            failure.code === 'STALE_REVISION' && (
              <Button size="sm" onClick={() => void reloadKey()}>
                Reload, keep what I typed
              </Button>
            )
          }
        />
      )}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit" busy={isUpdating && 'Saving'}>
          Save changes
        </Button>
      </DialogActions>
    </form>
  )
}
