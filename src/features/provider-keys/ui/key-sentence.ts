import type { Outcome } from '@/providers/verdict'
import { maxCounted } from '../provider-key'

/** Of the whole organization; `attention` holds the invalid ones too. */
export interface KeyCounts {
  all: number
  invalid: number
  attention: number
}

export interface KeySentence {
  /** "14 keys." */
  count: string
  /** "One is rejected", or null. */
  rejected: string | null
  /** "four need a look", or null. */
  look: string | null
}

/** What each half of the sentence filters by. */
export const rejectedVerdicts: Outcome[] = ['invalid']
export const lookVerdicts: Outcome[] = ['limited', 'unreachable', 'inconclusive']

const small = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const spoken = (count: number) => small[count] ?? countWords(count)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** "1,204", and "10,000+" past the number to which lists count. */
export const countWords = (count: number): string =>
  count > maxCounted ? `${maxCounted.toLocaleString('en')}+` : count.toLocaleString('en')

/** "14 keys", "1 key". */
export const keyCount = (count: number): string => `${countWords(count)} ${count === 1 ? 'key' : 'keys'}`

/** The sentence under the title: how many keys, and what is wrong with them. */
export function keySentence({ all, invalid, attention }: KeyCounts): KeySentence {
  const others = Math.max(0, attention - invalid)
  const subject = (count: number) => (all === 1 ? 'it' : spoken(count))
  const rejected =
    invalid > 0 ? capital(`${subject(invalid)} ${invalid === 1 ? 'is' : 'are'} rejected`) : null
  const look = others > 0 ? `${subject(others)} ${others === 1 ? 'needs' : 'need'} a look` : null
  return { count: `${keyCount(all)}.`, rejected, look: look && !rejected ? capital(look) : look }
}
