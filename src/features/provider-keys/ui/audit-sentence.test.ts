import { describe, expect, test } from 'vitest'
import { auditEvents } from '@/features/audit-log/audit-event'
import { auditLines, auditSentence } from './audit-sentence'

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

  test('the same deed in a row is told once, with its newest time', () => {
    const event = (id: string, name: string, at: string) => ({
      id,
      event: name,
      actorName: 'Mira',
      outcome: 'ok',
      at,
      details: {},
    })
    const lines = auditLines([
      event('3', 'provider_key.tested', '12:00'),
      event('2', 'provider_key.tested', '11:00'),
      event('1', 'provider_key.created', '10:00'),
    ])
    expect(lines.map(({ sentence, times, at }) => [sentence, times, at])).toEqual([
      ['tested the key', 2, '12:00'],
      ['added the key', 1, '10:00'],
    ])
  })
})
