import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runJobs } from './run-jobs'

const log = pino({ level: 'silent' })
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('each job runs once a minute', async () => {
  let runs = 0
  const jobs = runJobs([{ name: 'count', run: async () => (runs += 1) }], log)
  await vi.advanceTimersByTimeAsync(180_000)
  expect(runs).toBe(3)
  await jobs.stop()
})

test('a job that is still at work is not started again, and the others go on', async () => {
  let slow = 0
  let quick = 0
  let release = () => {}
  const finished = new Promise<void>((resolve) => (release = resolve))
  const jobs = runJobs(
    [
      { name: 'slow', run: () => ((slow += 1), finished) },
      { name: 'quick', run: async () => (quick += 1) },
    ],
    log,
  )
  await vi.advanceTimersByTimeAsync(180_000)
  expect([slow, quick]).toEqual([1, 3])
  release()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(slow).toBe(2)
  await jobs.stop()
})

test('a job that fails, even before its first await, is tried again', async () => {
  let runs = 0
  const run = () => {
    runs += 1
    throw new Error('broken')
  }
  const jobs = runJobs([{ name: 'broken', run }], log)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(runs).toBe(2)
  await jobs.stop()
})

test('stopping waits for what is under way and starts nothing more', async () => {
  let isDone = false
  let runs = 0
  const run = async () => {
    runs += 1
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    isDone = true
  }
  const jobs = runJobs([{ name: 'long', run }], log)
  await vi.advanceTimersByTimeAsync(60_000)
  const stopped = jobs.stop()
  await vi.advanceTimersByTimeAsync(300_000)
  await stopped
  expect([isDone, runs]).toEqual([true, 1])
})
