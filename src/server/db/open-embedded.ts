import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
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

/**
 * The first files are made by a process of their own: making them takes about 0.9 GB that this process would
 * keep. They appear under their name only when whole, so that a crash leaves nothing half-made behind.
 */
async function createFiles(files: string): Promise<void> {
  const unfinished = `${files}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const script = `import { PGlite } from '@electric-sql/pglite'; await (await PGlite.create(process.argv[1])).close()`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, unfinished], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let lastWords = ''
  child.stderr.on('data', (chunk: Buffer) => (lastWords = (lastWords + chunk.toString()).slice(-2000)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0)
    throw new StartError(`The embedded database could not be created in ${files}.`, {
      cause: new Error(lastWords),
    })
  renameSync(unfinished, files)
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
