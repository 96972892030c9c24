import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { StartError } from '../start-error'
import { printKeyRing, type KeyRing } from './key-ring'

/** The text of the ring's file, or null when there is none. */
export async function readKeyRingFile(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw new StartError(
      `The key ring ${file} cannot be read (${codeOf(error)}). Check its path and permissions.`,
    )
  }
}

/**
 * Writes a ring, readable by its owner alone. It appears whole or not at all, also after a crash.
 * With `mustBeNew` an existing file is left alone and false is returned: two first starts must not each make one.
 */
export async function writeKeyRingFile(
  file: string,
  ring: KeyRing,
  { mustBeNew = false } = {},
): Promise<boolean> {
  const directory = path.dirname(file)
  const draft = path.join(directory, `.${path.basename(file)}.${randomUUID()}`)
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await writeDurably(draft, printKeyRing(ring))
    if (mustBeNew) await link(draft, file)
    else await rename(draft, file)
    await syncDirectory(directory)
    return true
  } catch (error) {
    if (mustBeNew && isCode(error, 'EEXIST')) return false
    throw new StartError(`The key ring ${file} cannot be written (${codeOf(error)}). Check its directory.`)
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes the new name itself survive a power loss; not every system can. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error'
const isCode = (error: unknown, code: string): boolean => codeOf(error) === code
