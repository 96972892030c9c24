import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { StartError } from '../start-error'
import { createDatabase } from './create-database'
import { lockDataDirectory } from './data-directory-lock'
import type { Database } from './database'
import { migrate } from './migrate'
import { createPGlitePool } from './pglite-pool'
import { SyncedNodeFS, syncedStartParams } from './synced-node-fs'

/**
 * Opens the embedded database of a data directory, under the directory's lock, and migrates it. Throws
 * StartError when the directory is in use, cannot be written, or does not hold a readable database.
 */
export async function openEmbedded(directory: string, migrationsDirectory: string): Promise<Database> {
  const unlock = await lockDataDirectory(directory)
  try {
    const files = path.join(directory, 'database')
    if (!existsSync(files)) await createFiles(files)
    const pool = createPGlitePool(await openFiles(files))
    const client = await pool.connect()
    try {
      await migrate(client, migrationsDirectory)
    } catch (error) {
      client.release()
      await pool.end()
      throw error
    }
    client.release()
    return createDatabase(pool, 'pglite', async () => unlock())
  } catch (error) {
    unlock()
    throw error
  }
}

// Ends with its parent: the pipe to it closes.
const initScript = `
  import { PGlite } from '@electric-sql/pglite'
  process.stdin.on('end', () => process.exit(1)).resume()
  await (await PGlite.create(process.argv[1])).close()
  process.exit(0)`

/**
 * The first files are made by a process of their own: making them takes about 0.9 GB that this process would
 * keep. They appear under their name only when whole, so that a crash leaves nothing half-made behind.
 */
async function createFiles(files: string): Promise<void> {
  removeUnfinished(files)
  const unfinished = mkdtempSync(`${files}.unfinished-`)
  const child = spawn(process.execPath, ['--input-type=module', '--eval', initScript, unfinished], {
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let lastWords = ''
  child.stderr.on('data', (chunk: Buffer) => (lastWords = (lastWords + chunk.toString()).slice(-2000)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0)
    throw new StartError(
      `The embedded database could not be created in ${files}. Check that the disk has 100 MB left.`,
      {
        cause: new Error(lastWords),
      },
    )
  renameSync(unfinished, files)
}

/** What earlier attempts left. One that cannot be removed now is only litter: each attempt has its own directory. */
function removeUnfinished(files: string): void {
  const directory = path.dirname(files)
  const isLeft = (name: string) => name.startsWith(`${path.basename(files)}.unfinished-`)
  for (const name of readdirSync(directory).filter(isLeft))
    try {
      rmSync(path.join(directory, name), { recursive: true, force: true })
    } catch {
      continue
    }
}

async function openFiles(files: string): Promise<PGlite> {
  try {
    return await PGlite.create({ fs: new SyncedNodeFS(files), startParams: syncedStartParams })
  } catch (cause) {
    throw new StartError(
      `The embedded database in ${files} cannot be opened. Restore the directory from a backup, or move it away to start empty.`,
      { cause },
    )
  }
}
