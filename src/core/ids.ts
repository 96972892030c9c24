import { v7 } from 'uuid'

/** One prefix per kind of row, so that an id says what it names. */
const idPrefixes = {
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
