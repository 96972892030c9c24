import { expect, test } from 'vitest'
import { runWords, type BulkResult } from './bulk-deeds'

const result = (ok: boolean): BulkResult => ({ id: 'pk', label: 'Key', ok, glyph: 'valid', words: '' })
const run = (total: number, oks: boolean[], isRunning = false) =>
  runWords({ deed: 'test', total, results: oks.map(result), isRunning, waitsUntil: null })

test('a bulk deed tells how far it is', () => {
  expect(run(12, [true, false, true], true)).toBe('Testing 3 of 12')
})

test('at the end it tells what worked, what failed and what was not begun', () => {
  expect(run(2, [true, true])).toBe('2 tested')
  expect(run(3, [true, false, true])).toBe('2 of 3 tested, 1 failed')
  expect(run(4, [true])).toBe('1 of 4 tested, 3 not started')
})
