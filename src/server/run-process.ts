import type { Settings } from '@/env'
import { createLog } from './log'
import { StartError } from './start-error'
import { startServer, type RunningServer, type StartOptions } from './start-server'

export interface ProcessOptions extends Pick<StartOptions, 'createApp' | 'mayCreateSecrets' | 'prepare'> {
  readSettings(): Settings | Promise<Settings>
  /** Lines for the operator, after the address. */
  greet(server: RunningServer): Promise<string[]>
}

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Starts the server and ends the process: with 0 when asked to stop, with 1 and a sentence when it cannot go on. */
export async function runProcess(options: ProcessOptions): Promise<void> {
  try {
    const settings = await options.readSettings()
    const log = createLog({ level: settings.LOG_LEVEL, isPretty: process.stdout.isTTY })
    // Next adds listeners of its own, which would keep a broken process alive.
    for (const event of ['uncaughtException', 'unhandledRejection'] as const)
      process.on(event, (error: unknown) => {
        log.fatal({ err: error }, 'the process ends: an error was not handled')
        process.exit(1)
      })
    const server = await startServer({ ...options, settings, log })
    stopOnSignals(server)
    const lines = await options.greet(server)
    for (const line of [...lines, `Latchkey is ready at ${settings.APP_URL}`]) say(line)
  } catch (error) {
    explain(error)
    process.exit(1)
  }
}

function stopOnSignals(server: RunningServer): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** One sentence for what an operator can mend; kind and place of anything else. */
function explain(error: unknown): void {
  if (error instanceof StartError) return void process.stderr.write(`${error.message}\n`)
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`Latchkey could not start, and this is a fault of its own:\n${text}\n`)
}
