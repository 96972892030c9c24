'use client'

import { usePathname } from 'next/navigation'
import { KeysPage } from './keys-page'
import { mayWrite, ScreenContext } from './screen-context'
import type { KeysScreenProps } from './screen-props'

/** All keys of an organization: what is on, what is off, what is wrong and what to press. */
export function KeysScreen({ organization, role, now, initial }: KeysScreenProps) {
  const listPath = usePathname()
  const screen = { organization, canWrite: mayWrite(role), now: Date.parse(now), listPath }
  return (
    <ScreenContext value={screen}>
      <KeysPage initial={initial} />
    </ScreenContext>
  )
}
