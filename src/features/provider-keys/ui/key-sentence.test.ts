import { describe, expect, test } from 'vitest'
import { keyCount, keySentence } from './key-sentence'

const read = (all: number, invalid: number, attention: number) => {
  const { count, rejected, look } = keySentence({ all, invalid, attention })
  return [count, [rejected, look].filter(Boolean).join(', ')].filter(Boolean).join(' ')
}

describe('the sentence under the title', () => {
  test.each([
    [14, 1, 5, '14 keys. One is rejected, four need a look'],
    [14, 0, 1, '14 keys. One needs a look'],
    [14, 3, 3, '14 keys. Three are rejected'],
    [14, 0, 0, '14 keys.'],
    [1, 1, 1, '1 key. It is rejected'],
    [1, 0, 1, '1 key. It needs a look'],
    [4_000, 0, 13, '4,000 keys. 13 need a look'],
  ])('%d keys, %d rejected, %d in need: "%s"', (all, invalid, attention, sentence) => {
    expect(read(all, invalid, attention)).toBe(sentence)
  })

  test('past the limit of counting it says "10,000+"', () => {
    expect(keyCount(10_001)).toBe('10,000+ keys')
  })
})
