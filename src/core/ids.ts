import { v7 } from 'uuid'

/** One prefix per kind of row, so that an id says what it names. */
export const idPrefixes = {
  user: 'usr',
  account: 'acc',
  session: 'ses',
  organization: 'org',
  membership: 'mem',
  providerKey: 'pk',
  providerKeyVersion: 'pkv',
  check: 'chk',
  auditEvent: 'evt',
  request: 'req',
} as const

export type IdKind = keyof typeof idPrefixes

/** A new id: prefix, underscore, and a UUIDv7 as 32 hex digits; ids made later sort later. */
export const newId = (kind: IdKind): string => `${idPrefixes[kind]}_${v7().replaceAll('-', '')}`

/** Whether a text has the form of an id of this kind (nothing is said about its existence). */
export const isId = (kind: IdKind, text: string): boolean =>
  new RegExp(`^${idPrefixes[kind]}_[0-9a-f]{32}$`).test(text)
