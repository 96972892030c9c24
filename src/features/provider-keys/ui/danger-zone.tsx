'use client'

import { Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { ProviderKeyView } from '../schema'
import { deletionWords } from './delete-keys-dialog'
import { useKeyActions } from './key-actions'
import { providerOf } from './provider-of'
import { Section } from './section'

export function DangerZone({ providerKey }: { providerKey: ProviderKeyView }) {
  const { remove } = useKeyActions()
  const { name, revokeUrl } = providerOf(providerKey)
  return (
    <Section title="Danger zone">
      <div className="max-tablet:flex-col max-tablet:items-stretch max-tablet:gap-3 flex items-center gap-6">
        <div className="max-w-140">
          <h3 className="text-sm font-medium">Delete this key</h3>
          <p className="text-ink-3 mt-0.5 text-sm">{deletionWords(1, revokeUrl ? name : 'its provider')}</p>
        </div>
        <Button look="danger" className="tablet:ml-auto" onClick={() => remove(providerKey)}>
          <Trash2 />
          Delete key
        </Button>
      </div>
    </Section>
  )
}
