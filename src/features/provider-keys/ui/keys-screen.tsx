'use client'

import type { KeysScreenProps } from './screen-props'

/** All keys of an organization. */
export function KeysScreen({ organization }: KeysScreenProps) {
  return <h1>{organization.name}</h1>
}
