'use client'

import { Switch } from '@/components/ui/switch'
import { Tooltip } from '@/components/ui/tooltip'
import type { ProviderKeyView } from '../schema'
import { useKeyActions } from './key-actions'
import { useScreen, whoCanGrant } from './screen-context'

/** The word "Off" stands beside it only when it is off. */
export function KeySwitch({ providerKey }: { providerKey: ProviderKeyView }) {
  const { organization, canWrite } = useScreen()
  const { switchTo } = useKeyActions()
  const isOn = providerKey.status === 'active'
  const control = (
    <Switch
      label={providerKey.label}
      checked={isOn}
      aria-disabled={!canWrite || undefined}
      className={canWrite ? undefined : 'opacity-50'}
      onCheckedChange={(next) => canWrite && switchTo(providerKey, next)}
    />
  )
  return canWrite ? control : <Tooltip text={whoCanGrant(organization)}>{control}</Tooltip>
}
