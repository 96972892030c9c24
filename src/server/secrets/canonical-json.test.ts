import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from './canonical-json'

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>

/** The same value with the members of its objects in another order. */
const reversed = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  )
}

describe('canonicalJson', () => {
  it('sorts names, leaves out what is absent and adds no space', () => {
    expect(canonicalJson({ b: 1, a: undefined, A: [true, null, 'é"'], '10': {}, '9': 'x' })).toBe(
      '{"10":{},"9":"x","A":[true,null,"é\\""],"b":1}',
    )
  })

  it('means the same as ordinary JSON', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('does not depend on the order in which members were set', () => {
    fc.assert(fc.property(json, (value) => canonicalJson(value) === canonicalJson(reversed(value))))
  })

  it('gives different texts to different lists of strings, wherever their borders lie', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
        expect(canonicalJson(a) === canonicalJson(b)).toBe(
          a.length === b.length && a.every((each, i) => each === b[i]),
        )
      }),
    )
  })
})
