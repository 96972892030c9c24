import { expect, test } from 'vitest'
import type { ProviderKeyView } from '../schema'
import { changesOf, editOf } from './edit-key-form'

const key = {
  label: 'Search',
  environment: 'staging',
  expiresAt: null,
  baseUrl: null,
  options: { project: 'proj_1' },
} as unknown as ProviderKeyView

test('an edit that changes nothing sends nothing', () => {
  expect(changesOf(key, editOf(key))).toBeNull()
  expect(changesOf(key, { ...editOf(key), label: ' Search ' })).toBeNull()
})

test('only what differs is sent; a day means to its end', () => {
  expect(changesOf(key, { ...editOf(key), environment: 'production', expires: '2027-01-31' })).toEqual({
    environment: 'production',
    expiresAt: '2027-01-31T23:59:59Z',
  })
})

test('an option that is emptied is taken away, the others stay', () => {
  const options = { 'options.project': '', 'options.organization': 'org-1' }
  expect(changesOf(key, { ...editOf(key), options })).toEqual({ options: { organization: 'org-1' } })
})
