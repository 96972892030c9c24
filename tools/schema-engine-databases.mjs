import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'

/** Marks a database URL as "none": commands that only compare then need no server. */
const offlineUrl = /[?&]offline=1(&|$)/

// Catalog columns such as pg_constraint.contype have the one-byte type "char", which the adapters do not know.
const charTypeId = 18
const blankPaddedCharTypeId = 1042

/**
 * Corrects two habits of the adapters that break migrations: results with a "char" column are refused, and
 * scripts are split at every semicolon, also inside function bodies and literals.
 */
function corrected(adapter) {
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  const charColumns = new WeakMap()

  adapter.performIO = async (query) => {
    const result = await performIO(query)
    const columns = []
    result.fields?.forEach((field, index) => {
      if (field.dataTypeID !== charTypeId) return
      columns.push(index)
      field.dataTypeID = blankPaddedCharTypeId
    })
    charColumns.set(query, columns)
    return result
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of charColumns.get(query) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  adapter.executeScript = async (script) => {
    try {
      await (adapter.client.exec?.(script) ?? adapter.client.query(script))
    } catch (error) {
      adapter.onError(error)
    }
  }
  return adapter
}

/** An empty database in memory. */
export async function createShadowDatabase() {
  return corrected(await new PrismaPGlite(await PGlite.create()).connect())
}

/** The database of a connection URL; an empty one in memory when the URL is absent or says `offline=1`. */
export async function connectToDatabase(url) {
  if (!url || offlineUrl.test(url)) return createShadowDatabase()
  const schema = new URL(url).searchParams.get('schema') ?? undefined
  return corrected(await new PrismaPg({ connectionString: url }, { schema }).connect())
}
