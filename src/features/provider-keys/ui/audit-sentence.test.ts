import { describe, expect, test } from 'vitest'
import { auditEvents } from '@/features/audit-log/audit-event'
import { auditSentence } from './audit-sentence'

describe('the audit trail of a key, in sentences', () => {
  test.each(auditEvents.filter((event) => event.startsWith('provider_key.')))('%s is told', (event) => {
    expect(auditSentence(event, {})).toMatch(/^[a-z ,]+$/)
  })

  test('a change tells from what to what', () => {
    const details = {
      'environment.before': 'staging',
      'environment.after': 'production',
      'options.before': '{}',
      'options.after': '{"a":"b"}',
    }
    expect(auditSentence('provider_key.updated', details)).toBe(
      'changed the environment from staging to production and the options',
    )
  })

  test('a test tells what it found', () => {
    expect(auditSentence('provider_key.tested', { outcome: 'limited' })).toBe('tested the key: limited')
  })

  test('a key saved without a good test says so', () => {
    expect(auditSentence('provider_key.created', { status: 'inactive', outcome: 'unreachable' })).toBe(
      'added the key, inactive and untested',
    )
  })

  test('an event of a later version is still shown', () => {
    expect(auditSentence('provider_key.moved_away', {})).toBe('provider key moved away')
  })
})
