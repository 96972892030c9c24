import { defineConfig } from 'prisma/config'

/** `offline=1` is read by tools/schema-engine.mjs: comparisons then run in memory. */
const noDatabase = 'postgresql://localhost/none?offline=1'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.MIGRATION_DATABASE_URL || process.env.DATABASE_URL || noDatabase },
})
