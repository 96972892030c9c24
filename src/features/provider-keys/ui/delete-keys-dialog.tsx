'use client'

import { useState } from 'react'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { purgeAfterDays } from '../provider-key'
import type { ProviderKeyView } from '../schema'
import { providerOf } from './provider-of'
import { OutsideLink } from './verdict-card'

interface Props {
  /** One, or several; empty: closed. */
  keys: readonly ProviderKeyView[]
  onClose: () => void
  onDelete: (keys: readonly ProviderKeyView[]) => Promise<unknown>
}

/** Names what goes and what stays. Production asks for the label, so that a slip of the hand ends nothing. */
export function DeleteKeysDialog({ keys, onClose, onDelete }: Props) {
  const [typed, setTyped] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [first] = keys
  const proof = proofFor(keys)
  const close = () => {
    setTyped('')
    onClose()
  }
  const confirm = async () => {
    setBusy(true)
    await onDelete(keys)
    setBusy(false)
    close()
  }
  return (
    <AlertDialog
      open={keys.length > 0}
      onOpenChange={(open) => !open && close()}
      title={keys.length === 1 ? `Delete ${first?.label}` : `Delete ${keys.length} keys`}
      description={first && <Consequence keys={keys} />}
      keep={keys.length === 1 ? 'Keep it' : 'Keep them'}
      confirm={keys.length === 1 ? 'Delete key' : `Delete ${keys.length} keys`}
      onConfirm={() => void confirm()}
      destroys
      disabled={proof !== null && typed.trim() !== proof.text}
      busy={isBusy && 'Deleting'}
    >
      {proof && (
        <Field label={proof.ask}>
          <Input
            value={typed}
            placeholder={proof.text}
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
      )}
    </AlertDialog>
  )
}

/** What has to be typed first, where a production key is among them. */
function proofFor(keys: readonly ProviderKeyView[]): { ask: string; text: string } | null {
  const production = keys.filter(({ environment }) => environment === 'production')
  const [first] = production
  if (!first) return null
  if (keys.length === 1)
    return { ask: 'This is a production key. Type its label to confirm', text: first.label }
  const text = `delete ${keys.length}`
  return {
    ask: `${production.length} of them ${production.length === 1 ? 'is' : 'are'} in production. Type “${text}” to confirm`,
    text,
  }
}

export const deletionWords = (count: number, providerNames: string): string =>
  `Nothing can use ${count === 1 ? 'it' : 'them'} from then on. After ${purgeAfterDays} days the sealed ` +
  `${count === 1 ? 'copy is' : 'copies are'} destroyed. Only revoking ${count === 1 ? 'it' : 'them'} at ${providerNames} ends the ${count === 1 ? 'key itself' : 'keys themselves'}.`

function Consequence({ keys }: { keys: readonly ProviderKeyView[] }) {
  const named = [...new Map(keys.map((key) => [key.provider, providerOf(key)])).values()]
  const where = named.filter(({ revokeUrl }) => revokeUrl !== '')
  const names =
    named.length === 1 && where[0] ? where[0].name : named.length === 1 ? 'its provider' : 'their providers'
  return (
    <>
      <p>{deletionWords(keys.length, names)}</p>
      {where.length > 0 && (
        <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
          {where.map(({ id, name, revokeUrl }) => (
            <OutsideLink key={id} href={revokeUrl}>
              Revoke at {name}
            </OutsideLink>
          ))}
        </p>
      )}
    </>
  )
}
