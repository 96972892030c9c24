#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which needs a download that many networks refuse. The Prisma CLI
// starts it and speaks JSON-RPC over stdio; the WASM build of the same engine answers. Databases that exist only
// for a comparison ("shadow") are in-memory PGlite, so a drift check needs no server.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { connectToDatabase, createShadowDatabase } from './schema-engine-databases.mjs'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

function readArguments(argv) {
  const datamodels = []
  let datasource = {}
  for (let i = 0; i < argv.length; i++) {
    if (argv[i] === '--datamodels') datamodels.push([argv[++i], readFileSync(argv[i], 'utf8')])
    else if (argv[i] === '--datasource') datasource = JSON.parse(argv[++i])
  }
  return { datamodels, url: datasource.url, isConnectionProbe: argv.includes('cli') }
}

async function loadEngine() {
  const directory = path.dirname(fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm')))
  const glue = await import(pathToFileURL(path.join(directory, 'schema_engine_bg.js')).href)
  const wasm = readFileSync(path.join(directory, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

function send(message) {
  process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n')
}

/** The shape in which the native engine reports errors: known ones carry a code, others a backtrace. */
function toRpcError(error) {
  const known = error.code ? { error_code: error.code, meta: error.meta ?? null } : { backtrace: null }
  return { code: 4466, message: 'error', data: { is_panic: false, message: error.message, ...known } }
}

let printId = 1_000_000

async function answer(engine, { id, method, params }) {
  const isReplyToUs = method === undefined
  if (isReplyToUs) return
  try {
    const result = await engine[method](params)
    if (method === 'diff' && typeof result?.stdout === 'string')
      send({ id: printId++, method: 'print', params: { content: result.stdout } })
    send({ id, result: result ?? null })
  } catch (error) {
    send({ id, error: toRpcError(error) })
  }
}

async function main() {
  const { datamodels, url, isConnectionProbe } = readArguments(process.argv.slice(2))
  if (isConnectionProbe) return

  // Without this hook a panic inside WASM leaves no trace at all.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (text) => process.stderr.write(text + '\n') }

  const SchemaEngine = await loadEngine()
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'latchkey-schema-engine',
    connect: () => connectToDatabase(url),
    connectToShadowDb: createShadowDatabase,
  })
  const noLog = () => {}
  const engine = await SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    noLog,
    factory,
  )

  let previous = Promise.resolve()
  readline
    .createInterface({ input: process.stdin })
    .on('line', (line) => {
      previous = previous.then(() => answer(engine, JSON.parse(line)))
    })
    .on('close', () => previous.then(() => process.exit(0)))
}

await main()
