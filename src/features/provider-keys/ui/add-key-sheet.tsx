'use client'

import { useState } from 'react'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { ProviderMark } from '@/components/ui/provider-mark'
import { Sheet } from '@/components/ui/sheet'
import { providers, type ProviderId } from '@/providers/registry'
import { AddKeyForm, type Carried } from './add-key-form'
import type { CreatedKey } from './created-toast'
import { ProviderGrid } from './provider-grid'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
  onSaved: (created: CreatedKey) => void
}

const nothing: Carried = { values: {}, label: '', environment: 'development' }

/** Choose a provider, fill in, test, save. Closing forgets everything that was typed. */
export function AddKeySheet({ open, onOpenChange, onSaved }: Props) {
  const [providerId, setProviderId] = useState<ProviderId | null>(null)
  const [carried, setCarried] = useState(nothing)
  const [foot, setFoot] = useState<HTMLElement | null>(null)
  const [isTyped, setTyped] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const provider = providerId && providers[providerId]

  const pick = (id: ProviderId | null, along = nothing) => {
    setProviderId(id)
    setCarried(along)
  }
  const close = () => {
    pick(null)
    setTyped(false)
    setLeaving(false)
    onOpenChange(false)
  }
  /* While it is being saved it is no longer true that nothing is stored. */
  const leave = () => {
    if (!isSaving) return isTyped ? setLeaving(true) : close()
  }
  return (
    <>
      <Sheet
        open={open}
        onOpenChange={(next) => (next ? onOpenChange(true) : leave())}
        title={provider ? `Add ${provider.name} key` : 'Add key'}
        lead={provider && <ProviderMark name={provider.mark} />}
        onBack={provider ? () => pick(null, { ...carried, values: {} }) : undefined}
        sticky={isTyped}
        footer={
          <>
            {!provider && <span>Nothing is stored until you save.</span>}
            <div ref={setFoot} className="flex flex-1 items-center gap-2 empty:hidden" />
          </>
        }
      >
        {providerId ? (
          <AddKeyForm
            key={providerId}
            providerId={providerId}
            carried={carried}
            foot={foot}
            onSwitch={pick}
            onTyped={() => setTyped(true)}
            onSaving={setSaving}
            onSaved={(created) => {
              close()
              onSaved(created)
            }}
          />
        ) : (
          <ProviderGrid onPick={(id) => pick(id, carried)} />
        )}
      </Sheet>
      <AlertDialog
        open={isLeaving}
        onOpenChange={setLeaving}
        title="Leave without saving"
        description="What you typed here is forgotten. Nothing of it was stored."
        keep="Stay"
        confirm="Leave"
        onConfirm={close}
      />
    </>
  )
}
