import pg from 'pg'
import type { MigrationClient } from './migrate'

/**
 * Gives the application's role what it needs and no more, where another role owns the tables: it may then add
 * to the audit log, but neither change it, nor remove the triggers that guard it.
 */
export async function grantToApplicationRole(client: MigrationClient, role: string): Promise<void> {
  const to = pg.escapeIdentifier(role)
  await client.query(`
    GRANT USAGE ON SCHEMA public TO ${to};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${to};
    REVOKE UPDATE, DELETE, TRUNCATE ON "AuditEvent" FROM ${to};
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "AuditCheckpoint", "_prisma_migrations" FROM ${to};
    GRANT EXECUTE ON FUNCTION prune_audit_events(text, text, bigint, text, text, timestamptz) TO ${to};`)
}
