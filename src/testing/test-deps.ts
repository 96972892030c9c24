import { Secret } from '@/core/secret'
import { settingsSchema } from '@/env'
import type { Database } from '@/server/db/database'
import { createRateLimits } from '@/server/create-rate-limits'
import type { Deps } from '@/server/deps'
import { createLog } from '@/server/log'
import { createOutboundHttp } from '@/server/outbound/create-outbound-http'
import { createAuditKey } from '@/server/secrets/create-audit-key'
import { createVault } from '@/server/secrets/create-vault'
import { createKeyRing } from '@/server/secrets/key-ring'

const appUrl = 'http://localhost:3000'
const many = { points: 1_000_000, windowSeconds: 60 }

export interface TestDeps extends Deps {
  /** Every line logged so far, down to trace. */
  logged: string[]
}

export interface TestOverrides extends Partial<Deps> {
  /** Settings as in the environment, for example the `PROVIDER_ORIGINS` of running fake providers. */
  settings?: Record<string, string>
}

/** Real dependencies on a test's database: vault with a ring made anew, guarded client, log into memory, no limits. */
export function testDeps(db: Database, { settings, ...overrides }: TestOverrides = {}): TestDeps {
  const env = {
    ...settingsSchema.parse({ NODE_ENV: 'test', APP_URL: appUrl, ...settings }),
    APP_URL: appUrl,
    SESSION_SECRET: new Secret('s'.repeat(48)),
  }
  const ring = createKeyRing()
  const logged: string[] = []
  const log = createLog({ level: 'trace', destination: { write: (line) => void logged.push(line) } })
  return {
    env,
    log,
    logged,
    db,
    http: createOutboundHttp({ allow: env.OUTBOUND_ALLOW, providerOrigins: env.PROVIDER_ORIGINS }),
    vault: createVault(ring),
    auditKey: createAuditKey(ring),
    rateLimits: createRateLimits({
      store: { kind: 'memory' },
      budgets: { read: many, write: many, test: many, 'sign-in': many },
    }),
    now: () => new Date(),
    ...overrides,
  }
}

/** A clock that stands until it is moved. */
export function testClock(start = '2026-03-02T09:00:00.000Z') {
  let now = new Date(start)
  return {
    now: () => now,
    advance: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
  }
}
