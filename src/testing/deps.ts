import { pino, type Logger } from 'pino'
import { Secret } from '@/core/secret'
import { readSettings } from '@/env'
import type { Database } from '@/server/db/database'
import type { Deps } from '@/server/deps'
import { createAuditKey } from '@/server/secrets/create-audit-key'
import { createVault } from '@/server/secrets/create-vault'
import { createKeyRing } from '@/server/secrets/key-ring'

const ring = createKeyRing()

/** Budgets are tested on their own; elsewhere they would couple tests. */
const unlimited: Deps['rateLimits'] = {
  consume: async () => ({ limit: 1_000_000, remaining: 999_999, resetSeconds: 60 }),
  refund: async () => undefined,
}

/** Nothing leaves in tests; those that need a provider hand in a client for the fake one. */
const closedDoor: Deps['http'] = {
  send: async () => ({ result: { ok: false, failure: 'blocked' }, latencyMs: 0 }),
}

/** Real parts over this database; what a test is about is handed in. */
export function testDeps(
  db: Database,
  given: Partial<Omit<Deps, 'db' | 'env'>> & { env?: Partial<Deps['env']> } = {},
): Deps {
  return {
    db,
    log: pino({ level: 'silent' }),
    http: closedDoor,
    vault: createVault(ring),
    auditKey: createAuditKey(ring),
    rateLimits: unlimited,
    now: () => new Date(),
    ...given,
    env: { ...readSettings({}), SESSION_SECRET: new Secret('t'.repeat(40)), ...given.env },
  }
}

/** A logger at its most talkative, and what it wrote. */
export function recordingLog(): { log: Logger; lines: string[] } {
  const lines: string[] = []
  return { log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }), lines }
}
