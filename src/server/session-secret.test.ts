import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSessionSecret } from './session-secret'

let LATCHKEY_DIR: string
beforeEach(() => {
  LATCHKEY_DIR = mkdtempSync(path.join(tmpdir(), 'latchkey-secret-'))
})
afterEach(() => rmSync(LATCHKEY_DIR, { recursive: true }))

test('the first start makes one that only its owner reads, and later starts keep it', () => {
  const made = openSessionSecret({ LATCHKEY_DIR }, true).reveal()
  const file = path.join(LATCHKEY_DIR, 'session-secret')
  expect(made.length).toBeGreaterThanOrEqual(43)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(openSessionSecret({ LATCHKEY_DIR }, false).reveal()).toBe(made)
})

test('a missing one ends the start where none may be made', () => {
  expect(() => openSessionSecret({ LATCHKEY_DIR }, false)).toThrow('npm run up')
  const SESSION_SECRET_FILE = path.join(LATCHKEY_DIR, 'elsewhere')
  expect(() => openSessionSecret({ LATCHKEY_DIR, SESSION_SECRET_FILE }, true)).toThrow('SESSION_SECRET_FILE')
})

test('a truncated one ends the start and is not quoted', () => {
  const file = path.join(LATCHKEY_DIR, 'session-secret')
  writeFileSync(file, 'x'.repeat(9))
  expect(() => openSessionSecret({ LATCHKEY_DIR }, true)).toThrow('shorter than 32 characters')
  expect(() => openSessionSecret({ LATCHKEY_DIR }, true)).not.toThrow('x'.repeat(9))
  expect(readFileSync(file, 'utf8')).toBe('x'.repeat(9))
})
