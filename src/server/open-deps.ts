import path from 'node:path'
import type { Logger } from 'pino'
import type { Env, Settings } from '@/env'
import {
  chooseRateLimitStore,
  createRateLimits,
  type ManagedRateLimits,
  organizationsAtFullBudget,
} from './create-rate-limits'
import type { Database } from './db/database'
import { openDatabase } from './db/open-database'
import type { Deps } from './deps'
import { createOutboundHttp, type ClosableOutboundHttp } from './outbound/create-outbound-http'
import { requireOwnKeyRing, sealCheckValue } from './secrets/check-value'
import { createAuditKey } from './secrets/create-audit-key'
import { createVault } from './secrets/create-vault'
import { openKeyRing } from './secrets/open-key-ring'
import { findCheckValue, hasSealedRows, saveCheckValue } from './secrets/sealed-rows.repository'
import { openSessionSecret } from './session-secret'
import { StartError } from './start-error'

export interface OpenDeps {
  deps: Deps
  rateLimits: ManagedRateLimits
  /** File of a key ring that was made just now, for the operator to back up; else null. */
  newKeyRingFile: string | null
  close(): Promise<void>
}

const migrationsDirectory = path.join('prisma', 'migrations')

/** Opens everything that functions of the slices use, in the order in which it can fail. Throws StartError. */
export async function openDeps(
  settings: Settings,
  log: Logger,
  mayCreateSecrets: boolean,
): Promise<OpenDeps> {
  const http = openOutbound(settings)
  const db = await openDatabase({
    directory: settings.LATCHKEY_DIR,
    migrationsDirectory,
    url: settings.DATABASE_URL?.reveal(),
    migrationUrl: settings.MIGRATION_DATABASE_URL?.reveal(),
    onConnectionLost: (error) => log.warn({ err: error }, 'a database connection was lost'),
  })
  try {
    const { ring, newKeyRingFile } = await openOwnKeyRing(settings, db, mayCreateSecrets)
    const env: Env = { ...settings, SESSION_SECRET: openSessionSecret(settings, mayCreateSecrets) }
    const rateLimits = openRateLimits(settings, db, log)
    const secrets = { vault: createVault(ring), auditKey: createAuditKey(ring) }
    const deps: Deps = { env, log, db, http, ...secrets, rateLimits, now: () => new Date() }
    return { deps, rateLimits, newKeyRingFile, close: () => closeAll(db, http, rateLimits) }
  } catch (error) {
    await db.close()
    throw error
  }
}

async function closeAll(
  db: Database,
  http: ClosableOutboundHttp,
  rateLimits: ManagedRateLimits,
): Promise<void> {
  await Promise.all([http.close(), rateLimits.close()])
  await db.close()
}

function openOutbound({ OUTBOUND_ALLOW, OUTBOUND_PROXY, PROVIDER_ORIGINS }: Settings): ClosableOutboundHttp {
  try {
    return createOutboundHttp({
      allow: OUTBOUND_ALLOW,
      proxy: OUTBOUND_PROXY?.reveal(),
      providerOrigins: PROVIDER_ORIGINS,
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable'
    throw new StartError(`A setting of outbound calls is wrong: ${why}.`, { cause: error })
  }
}

async function openOwnKeyRing(settings: Settings, db: Database, mayCreate: boolean) {
  const file = settings.KEY_RING_FILE ?? path.join(settings.LATCHKEY_DIR, 'key-ring.json')
  const checkValue = await findCheckValue(db)
  const isSealed = checkValue !== null || (await hasSealedRows(db))
  const { ring, created } = await openKeyRing({
    file,
    text: settings.KEY_RING?.reveal(),
    hasSealedRows: isSealed,
    mayCreate,
  })
  requireOwnKeyRing(ring, checkValue, isSealed)
  if (checkValue === null) await saveCheckValue(db, sealCheckValue(ring))
  return { ring, newKeyRingFile: created ? file : null }
}

function openRateLimits(settings: Settings, db: Database, log: Logger): ManagedRateLimits {
  const { RATE_LIMIT_TESTS, RATE_LIMIT_WRITES, RATE_LIMIT_READS, REDIS_URL } = settings
  const perMinute = (points: number) => ({ points, windowSeconds: 60 })
  return createRateLimits({
    store: chooseRateLimitStore(db, REDIS_URL?.reveal()),
    budgets: {
      test: perMinute(RATE_LIMIT_TESTS),
      'all-tests': perMinute(RATE_LIMIT_TESTS * organizationsAtFullBudget),
      write: perMinute(RATE_LIMIT_WRITES),
      read: perMinute(RATE_LIMIT_READS),
    },
    onStoreFailure: (code) => log.warn({ code }, 'the store of rate limits fails; this process counts alone'),
  })
}
