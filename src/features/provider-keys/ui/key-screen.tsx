'use client'

import type { KeyScreenProps } from './screen-props'

/** One key: state, history, facts and its end. */
export function KeyScreen({ organization }: KeyScreenProps) {
  return <h1>{organization.name}</h1>
}
