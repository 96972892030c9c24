#!/usr/bin/env node
// Fails when the migrations and the schema tell different stories. Prisma compares what its schema language can
// say; the rest (checks, partial indexes, triggers, functions) is looked up by name in a freshly migrated database.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'

const root = fileURLToPath(new URL('..', import.meta.url))
const migrations = path.join(root, 'prisma/migrations')

const expected = {
  check: [
    'AuditEvent_outcome_check',
    'Membership_role_check',
    'ProviderKeyCheck_outcome_check',
    'ProviderKeyVersion_sealed_check',
    'ProviderKeyVersion_state_check',
    'ProviderKey_deleted_check',
    'ProviderKey_environment_check',
    'ProviderKey_lastCheck_check',
    'ProviderKey_revision_check',
    'ProviderKey_status_check',
    'ProviderKey_verdict_check',
    'User_email_check',
  ],
  'partial index': [
    'ProviderKeyVersion_one_active_key',
    'ProviderKey_live_lastCheckAt_idx',
    'ProviderKey_live_name_key',
    'ProviderKey_live_secretReplacedAt_idx',
    'ProviderKey_live_verdict_idx',
  ],
  trigger: [
    'AuditCheckpoint_append_only',
    'AuditCheckpoint_no_truncate',
    'AuditEvent_append_only',
    'AuditEvent_no_truncate',
  ],
  function: ['prune_audit_events', 'refuse_audit_change'],
}

const catalog = `
  SELECT 'check' AS kind, conname AS name FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace
  UNION ALL SELECT 'partial index', indexrelid::regclass::text FROM pg_index
    JOIN pg_class ON pg_class.oid = indexrelid
    WHERE indpred IS NOT NULL AND relnamespace = 'public'::regnamespace
  UNION ALL SELECT 'trigger', tgname FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'function', proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`

function compareSchema() {
  const diff = ['migrate', 'diff', '--from-migrations', migrations, '--to-schema', 'prisma/schema.prisma']
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'tools/prisma.mjs'), ...diff, '--exit-code'],
    { cwd: root, encoding: 'utf8' },
  )
  // A crash of the engine can leave exit code 0 and no output, so the sentence is required too.
  if (status === 0 && stdout.includes('No difference detected')) return []
  return [`schema.prisma and the migrations differ:\n${stdout}${stderr}`]
}

async function compareCatalog() {
  const database = await PGlite.create()
  for (const name of readdirSync(migrations).sort()) {
    const file = path.join(migrations, name, 'migration.sql')
    if (existsSync(file)) await database.exec(readFileSync(file, 'utf8'))
  }
  const { rows } = await database.query(catalog)
  await database.close()

  const found = new Set(rows.map(({ kind, name }) => `${kind} ${name.replaceAll('"', '')}`))
  const wanted = new Set(
    Object.entries(expected).flatMap(([kind, names]) => names.map((n) => `${kind} ${n}`)),
  )
  return [
    ...[...wanted].filter((entry) => !found.has(entry)).map((entry) => `missing: ${entry}`),
    ...[...found]
      .filter((entry) => !wanted.has(entry))
      .map((entry) => `not listed in tools/db-drift.mjs: ${entry}`),
  ]
}

const problems = [...compareSchema(), ...(await compareCatalog())]
for (const problem of problems) process.stderr.write(problem + '\n')
if (problems.length === 0) process.stdout.write('No drift: schema, migrations and raw objects agree.\n')
process.exit(problems.length === 0 ? 0 : 1)
