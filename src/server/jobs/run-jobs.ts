import type { Logger } from 'pino'

export interface Job {
  name: string
  run(): Promise<unknown>
}

export interface RunningJobs {
  /** Starts no more, and waits for those under way. */
  stop(): Promise<void>
}

const everyMs = 60_000

/** Runs each job once a minute. One that is still at work is not started again; one that fails is tried next time. */
export function runJobs(jobs: readonly Job[], log: Logger, periodMs = everyMs): RunningJobs {
  const underWay = new Map<string, Promise<unknown>>()

  const start = ({ name, run }: Job) => {
    if (underWay.has(name)) return
    const work = Promise.resolve()
      .then(run)
      .catch((error: unknown) => log.error({ err: error, job: name }, 'a job failed'))
      .finally(() => underWay.delete(name))
    underWay.set(name, work)
  }

  const timer = setInterval(() => jobs.forEach(start), periodMs).unref()
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(underWay.values())
    },
  }
}
