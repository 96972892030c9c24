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
  const why = canWrite ? undefined : whoCanGrant(organization)
  const control = (
    <Switch
      label={providerKey.label}
      checked={isOn}
      aria-disabled={!canWrite || undefined}
      aria-description={why}
      className={canWrite ? undefined : 'opacity-50'}
      onCheckedChange={(next) => canWrite && switchTo(providerKey, next)}
    />
  )
  /* The tooltip hangs on a wrapper: on the switch itself it would overwrite the state that colours it. */
  return why === undefined ? (
    control
  ) : (
    <Tooltip text={why}>
      <span className="inline-flex">{control}</span>
    </Tooltip>
  )
}
