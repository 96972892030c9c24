import { AppError } from '@/core/errors'
import type { Database } from '../db/database'
import { sealCheckValue } from './check-value'
import type { RewrappingVault } from './create-vault'
import type { KeyRing } from './key-ring'
import {
  findCheckValue,
  saveCheckValue,
  sealedColumns,
  type SealedColumn,
  type SealedRow,
} from './sealed-rows.repository'

export interface ResealReport {
  resealed: number
  /** Changed by somebody else meanwhile, hence under the active key already. */
  skipped: number
  /** Rows that do not open: altered, moved, or under a key that is not in the ring. They keep their old key. */
  unreadable: { column: string; id: string }[]
}

export interface ResealOptions {
  db: Database
  ring: KeyRing
  vault: RewrappingVault
  batchSize?: number
  onProgress?(report: Readonly<ResealReport>): void
}

/**
 * Brings every sealed column under the ring's active keys: data keys are wrapped anew, fingerprints recomputed
 * when their key changed; a secret is never encrypted again. What is done is left alone by the next run, so a run
 * that broke off is simply started again. Also renews the check value, which else would need the old key.
 */
export async function reseal(options: ResealOptions): Promise<ResealReport> {
  const { db, ring } = options
  const report: ResealReport = { resealed: 0, skipped: 0, unreadable: [] }
  for (const column of sealedColumns) await resealColumn(column, options, report)
  if ((await findCheckValue(db)) !== null) await saveCheckValue(db, sealCheckValue(ring))
  return report
}

/** How many rows would be lost with a master key. */
export async function countRowsUnder(db: Database, masterKeyId: string): Promise<number> {
  const counts = await Promise.all(sealedColumns.map((column) => column.countUnder(db, masterKeyId)))
  const checkValue = await findCheckValue(db)
  return counts.reduce((sum, count) => sum + count, checkValue?.startsWith(`v1.${masterKeyId}.`) ? 1 : 0)
}

async function resealColumn(
  column: SealedColumn,
  options: ResealOptions,
  report: ResealReport,
): Promise<void> {
  const { db, ring, batchSize = 200, onProgress } = options
  const keys = { masterKeyId: ring.active, fingerprintKeyId: ring.fingerprintKey.id }
  let afterId = ''
  for (;;) {
    const rows = await column.listOutdated(db, keys, afterId, batchSize)
    for (const row of rows) await resealRow(column, row, options, report)
    onProgress?.(report)
    if (rows.length < batchSize) return
    afterId = rows.at(-1)!.id
  }
}

async function resealRow(
  column: SealedColumn,
  row: SealedRow,
  { db, ring, vault }: ResealOptions,
  report: ResealReport,
): Promise<void> {
  const next = await renew(row, vault, ring).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'SECRET_UNREADABLE') return null
    throw error
  })
  if (next === null) report.unreadable.push({ column: column.name, id: row.id })
  else if (await column.replace(db, row, next)) report.resealed += 1
  else report.skipped += 1
}

async function renew({ sealed, context, ...row }: SealedRow, vault: RewrappingVault, ring: KeyRing) {
  const rewrapped = await vault.rewrap(sealed, context)
  if (row.fingerprintKeyId === ring.fingerprintKey.id) return rewrapped
  return { ...rewrapped, ...vault.fingerprint(await vault.open(sealed, context), row.organizationId) }
}
