import type { Database } from './database'
import { openEmbedded } from './open-embedded'
import { openPostgres } from './open-postgres'

export interface DatabaseOptions {
  /** Data directory of the embedded database. */
  directory: string
  migrationsDirectory: string
  /** Uses PostgreSQL instead of the embedded database. */
  url?: string
  migrationUrl?: string
  onConnectionLost(error: Error): void
}

/** Opens the database that the settings choose, migrated. Throws StartError. */
export function openDatabase({ url, directory, ...options }: DatabaseOptions): Promise<Database> {
  return url === undefined
    ? openEmbedded(directory, options.migrationsDirectory)
    : openPostgres({ url, ...options })
}
