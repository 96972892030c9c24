import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'

interface Ran {
  code: number | null
  output: string
}

export interface Started {
  child: ChildProcess
  /** Everything written so far, both streams. */
  output(): string
  /** Resolves when the output holds the text; rejects when the process ends without it. */
  says(text: string): Promise<void>
  ended: Promise<Ran>
}

/** Starts a TypeScript file of the repository, or a piece of one, as a process of its own. */
export function runTypeScript(args: string[], options: SpawnOptions = {}): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { ...options, stdio: 'pipe' })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      child.emit('output')
    })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }))
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (output.includes(text)) resolve()
      }
      child.on('output', look)
      void ended.then(() => reject(new Error(`ended without "${text}": ${output}`)))
      look()
    })
  return { child, output: () => output, says, ended }
}
