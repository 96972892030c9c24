import { StartError } from '../start-error'
import { readKeyRingFile, writeKeyRingFile } from './key-ring-file'
import { createKeyRing, parseKeyRing, type KeyRing } from './key-ring'

export interface OpenKeyRingOptions {
  file?: string
  /** The ring's JSON itself, for several instances; it goes before the file. */
  text?: string
  /** Whether the database holds anything that only an existing ring opens. */
  hasSealedRows: boolean
  /** Whether a missing file may be made: on the very first start only. */
  mayCreate: boolean
}

/**
 * The key ring of this installation, and whether it was made just now (then the operator is told to back it up).
 * Throws a StartError when it is missing, malformed or weak. A ring is never made over sealed rows: they would be
 * lost, and the loss noticed late.
 */
export async function openKeyRing(options: OpenKeyRingOptions): Promise<{ ring: KeyRing; created: boolean }> {
  const { file, text, hasSealedRows, mayCreate } = options
  if (text !== undefined) return { ring: parseKeyRing(text), created: false }
  if (file === undefined)
    throw new StartError('No key ring is configured. Give one by file or by environment.')
  const stored = await readKeyRingFile(file)
  if (stored !== null) return { ring: parseKeyRing(stored), created: false }
  if (hasSealedRows) {
    throw new StartError(
      `The key ring ${file} is missing, and the database holds secrets that only it opens. Restore it from your backup.`,
    )
  }
  if (!mayCreate) throw new StartError(`There is no key ring at ${file}. Make one with: npm run up`)
  const ring = createKeyRing()
  if (await writeKeyRingFile(file, ring, { mustBeNew: true })) return { ring, created: true }
  return { ring: parseKeyRing((await readKeyRingFile(file)) ?? ''), created: false }
}
