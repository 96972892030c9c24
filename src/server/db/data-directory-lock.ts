import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../start-error'

/** Who holds the lock. `started` tells a process from a later one with the same number. */
interface Holder {
  pid: number
  started: string
}

const lockName = 'lock'
const takeoverName = 'lock.takeover'
const tries = 40
const pauseMs = 50
/** A holder writes its lock at once; one still unreadable after this was cut short by a crash. */
const unreadableMaxAgeMs = 1_000
/** A takeover is a matter of milliseconds; an older guard was left by a crash. */
const takeoverMaxAgeMs = 10_000

/**
 * Takes the data directory for this process: two processes in one embedded database destroy it. A lock whose
 * holder is dead is taken over. Answers the function that gives the lock back; throws StartError when a living
 * process holds it or the directory cannot be written.
 */
export async function lockDataDirectory(directory: string): Promise<() => void> {
  const lock = path.join(directory, lockName)
  const takeover = path.join(directory, takeoverName)
  const self: Holder = { pid: process.pid, started: startedAt(process.pid) }
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    for (let attempt = 0; attempt < tries; attempt++) {
      if (createExclusively(lock, self)) return () => giveBack(lock, self)
      const holder = readHolder(lock)
      if (holder && isAlive(holder)) throw inUse(directory, holder)
      // Only one process may judge and replace a dead holder's lock: a second would remove the first one's new lock.
      if (createExclusively(takeover, self)) replaceDeadHolder(lock, takeover)
      else removeIfOld(takeover)
      await sleep(pauseMs)
    }
  } catch (error) {
    throw error instanceof StartError ? error : unusable(directory, error)
  }
  throw new StartError(
    `The data directory ${directory} could not be locked. Remove ${lock} and ${takeover} if no Latchkey is running, then start again.`,
  )
}

function createExclusively(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function replaceDeadHolder(lock: string, takeover: string): void {
  try {
    const holder = readHolder(lock)
    const isDead = holder ? !isAlive(holder) : isOlderThan(lock, unreadableMaxAgeMs)
    if (isDead) rmSync(lock, { force: true })
  } finally {
    rmSync(takeover, { force: true })
  }
}

/** Null while the holder is still writing, or when the file is no lock of ours. */
function readHolder(lock: string): Holder | null {
  try {
    const { pid, started } = JSON.parse(readFileSync(lock, 'utf8')) as Partial<Holder>
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : null
  } catch {
    return null
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
  return startedAt(pid) === started
}

/** Boot and tick at which a process began, where the system tells (Linux); else an empty text. */
function startedAt(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Field 22; counted after the name, which may hold spaces and brackets (proc_pid_stat(5)).
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return `${boot} ${afterName[19]}`
  } catch {
    return ''
  }
}

function giveBack(lock: string, self: Holder): void {
  const holder = readHolder(lock)
  if (holder?.pid === self.pid && holder.started === self.started) rmSync(lock, { force: true })
}

function removeIfOld(file: string): void {
  if (isOlderThan(file, takeoverMaxAgeMs)) rmSync(file, { force: true })
}

function isOlderThan(file: string, ageMs: number): boolean {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats !== undefined && Date.now() - stats.mtimeMs > ageMs
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

const inUse = (directory: string, { pid }: Holder) =>
  new StartError(
    `The data directory ${directory} is in use by process ${pid}. Stop that process, or choose another directory with LATCHKEY_DIR.`,
  )

const unusable = (directory: string, cause: unknown) =>
  new StartError(
    `The data directory ${directory} cannot be written (${codeOf(cause) ?? 'unknown reason'}). Give this user write access, or choose another directory with LATCHKEY_DIR.`,
    { cause },
  )
