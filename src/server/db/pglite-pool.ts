import { EventEmitter } from 'node:events'
import type { PGlite, QueryOptions, Results } from '@electric-sql/pglite'
import pg from 'pg'
import { prepareValue } from 'pg/lib/utils'

interface TypeParsers {
  getTypeParser(typeId: number, format: 'text'): (text: string) => unknown
}

interface QueryConfig {
  text: string
  values?: unknown[]
  rowMode?: 'array'
  types?: TypeParsers
}

interface QueryResult {
  rows: unknown[]
  fields: { name: string; dataTypeID: number }[]
  rowCount: number
}

/**
 * A `pg.Pool` whose single connection is an embedded database, so that `@prisma/adapter-pg`, its mapping of
 * errors, and our own prepared statements run unchanged on both kinds of database. A transaction holds the
 * connection; whoever else asks waits.
 */
export function createPGlitePool(database: PGlite): pg.Pool {
  const turns = new Turns()
  const runner = new Runner(database)

  return Object.assign(new pg.Pool({ max: 1 }), {
    async connect() {
      return new PooledClient(runner, await turns.take())
    },
    async query(query: string | QueryConfig, values?: unknown[]) {
      const giveBack = await turns.take()
      try {
        return await runner.run(query, values)
      } finally {
        giveBack()
      }
    },
    async end() {
      await turns.take()
      await database.close()
    },
  })
}

/** Hands out one turn at a time, in the order of asking. */
class Turns {
  #last: Promise<void> = Promise.resolve()

  async take(): Promise<() => void> {
    const previous = this.#last
    let giveBack = () => {}
    this.#last = new Promise((resolve) => {
      giveBack = resolve
    })
    await previous
    return giveBack
  }
}

class PooledClient extends EventEmitter {
  readonly #runner: Runner
  #giveBack: (() => void) | null

  constructor(runner: Runner, giveBack: () => void) {
    super()
    this.#runner = runner
    this.#giveBack = giveBack
  }

  query(query: string | QueryConfig, values?: unknown[]): Promise<QueryResult> {
    return this.#runner.run(query, values)
  }

  /** With an error, `pg` would close the connection and so end its transaction; here it is rolled back. */
  release(error?: Error | boolean): void {
    const giveBack = this.#giveBack
    if (!giveBack) return
    this.#giveBack = null
    if (error) void this.#runner.run('ROLLBACK').then(giveBack, giveBack)
    else giveBack()
  }
}

class Runner {
  readonly #database: PGlite
  readonly #textOnly: QueryOptions

  constructor(database: PGlite) {
    this.#database = database
    // PGlite converts values its own way; asked for text only, it leaves that to the parsers of `pg`.
    const unchanged = (keys: string[]) => Object.fromEntries(keys.map((key) => [key, (text: string) => text]))
    this.#textOnly = {
      rowMode: 'array',
      parsers: unchanged(Object.keys(database.parsers)),
      serializers: unchanged(Object.keys(database.serializers)),
    }
  }

  async run(query: string | QueryConfig, values?: unknown[]): Promise<QueryResult> {
    const config = typeof query === 'string' ? { text: query, values } : query
    if (!config.values) {
      const results = await this.#database.exec(config.text, this.#textOnly)
      return toQueryResult(results.at(-1), config)
    }
    const parameters = config.values.map(toParameter)
    return toQueryResult(await this.#database.query(config.text, parameters, this.#textOnly), config)
  }
}

function toParameter(value: unknown): string | null {
  const prepared = prepareValue(value)
  return Buffer.isBuffer(prepared) ? '\\x' + prepared.toString('hex') : prepared
}

function toQueryResult(result: Results<unknown> | undefined, { rowMode, types }: QueryConfig): QueryResult {
  const columns = (result?.fields ?? []).map((field) => ({
    ...field,
    parse: (types ?? pg.types).getTypeParser(field.dataTypeID, 'text'),
  }))
  const textRows = (result?.rows ?? []) as (string | null)[][]
  const rows = textRows.map((row) => {
    const values = columns.map(({ name, parse }, index) => [name, parseOrNull(parse, row[index])] as const)
    return rowMode === 'array' ? values.map(([, value]) => value) : Object.fromEntries(values)
  })
  return { rows, fields: result?.fields ?? [], rowCount: result?.affectedRows || rows.length }
}

function parseOrNull(parse: (text: string) => unknown, text: string | null | undefined): unknown {
  return text === null || text === undefined ? null : parse(text)
}
