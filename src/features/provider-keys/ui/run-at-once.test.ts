import { describe, expect, test } from 'vitest'
import { inPieces, runAtOnce } from './run-at-once'

const turn = () => new Promise((resolve) => setTimeout(resolve, 1))

describe('work in turns', () => {
  test('every item is done once, and never more than five at a time', async () => {
    const done: number[] = []
    let running = 0
    let most = 0
    await runAtOnce(
      Array.from({ length: 23 }, (_, i) => i),
      5,
      async (item) => {
        most = Math.max(most, ++running)
        await turn()
        running--
        done.push(item)
      },
    )
    expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 23 }, (_, i) => i))
    expect(most).toBe(5)
  })

  test('after an abort nothing new starts, and what runs is waited for', async () => {
    const stop = new AbortController()
    const ended: number[] = []
    await runAtOnce(
      [1, 2, 3, 4, 5, 6],
      2,
      async (item) => {
        if (item === 2) stop.abort()
        await turn()
        ended.push(item)
      },
      stop.signal,
    )
    expect(ended).toEqual([1, 2])
  })

  test('nothing to do ends at once', async () => {
    await expect(runAtOnce([], 5, async () => {})).resolves.toBeUndefined()
  })

  test('250 ids are sent as 100, 100 and 50', () => {
    expect(inPieces(Array.from({ length: 250 }), 100).map((piece) => piece.length)).toEqual([100, 100, 50])
  })
})
