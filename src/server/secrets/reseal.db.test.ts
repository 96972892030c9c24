import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { Secret } from '@/core/secret'
import { openTestDatabase } from '@/testing/db'
import type { Database } from '../db/database'
import { opensCheckValue, sealCheckValue } from './check-value'
import { createVault } from './create-vault'
import { createKeyRing, type KeyRing } from './key-ring'
import { countRowsUnder, reseal } from './reseal'
import { retireMasterKey, rotateMasterKey } from './rotate-master-key'
import { findCheckValue, hasSealedRows, saveCheckValue, sealedColumns } from './sealed-rows.repository'
import type { SealContext } from './vault'

let db: Database
let organizationId: string
let userId: string

beforeAll(async () => {
  db = await openTestDatabase()
  organizationId = newId('organization')
  userId = newId('user')
  await db.prisma.user.create({ data: { id: userId, email: 'someone@example.com', name: 'Someone' } })
  await db.prisma.organization.create({ data: { id: organizationId, slug: 'acme', name: 'Acme' } })
})
afterAll(() => db.close())

const address = 'https://api.openai.com/v1'

/** A key with one sealed version; its secret is its own id. */
async function addSealed(ring: KeyRing): Promise<SealContext> {
  const now = new Date()
  const context = {
    organizationId,
    providerKeyId: newId('providerKey'),
    versionId: newId('providerKeyVersion'),
    provider: 'openai',
    destination: address,
  }
  const secret = new Secret({ apiKey: context.versionId })
  const vault = createVault(ring)
  const times = { createdAt: now, createdById: userId }
  await db.prisma.providerKey.create({
    data: {
      ...{ id: context.providerKeyId, organizationId, provider: 'openai', label: 'OpenAI' },
      ...{
        environment: 'development',
        status: 'active',
        maskedToken: '…',
        secretReplacedAt: now,
        updatedAt: now,
      },
      ...times,
    },
  })
  await db.prisma.providerKeyVersion.create({
    data: {
      ...{
        id: context.versionId,
        organizationId,
        providerKeyId: context.providerKeyId,
        number: 1,
        state: 'active',
      },
      ...{ maskedToken: '…', destination: address, ...times },
      ...(await vault.seal(secret, context)),
      ...vault.fingerprint(secret, organizationId),
    },
  })
  return context
}

const versionOf = ({ versionId }: SealContext) =>
  db.prisma.providerKeyVersion.findUniqueOrThrow({ where: { id: versionId } })
const secretOf = async (context: SealContext, ring: KeyRing) => {
  const { sealed, destination } = await versionOf(context)
  return (await createVault(ring).open(sealed ?? '', { ...context, destination })).reveal().apiKey
}
const clear = () =>
  db.prisma.$transaction([db.prisma.providerKeyVersion.deleteMany(), db.prisma.providerKey.deleteMany()])

describe('rotation', () => {
  it('knows every sealed column of the schema, so that a new one is covered or fails here', () => {
    const schema = readFileSync('prisma/schema.prisma', 'utf8')
    const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)]
    const inSchema = models.flatMap(([, model, body = '']) =>
      [...body.matchAll(/^\s+(sealed\w*)\s/gim)].map(([, column]) => `${model}.${column}`),
    )
    expect(inSchema).not.toEqual([])
    expect(sealedColumns.map(({ name }) => name).sort()).toEqual(inSchema.sort())
  })

  it('brings every row under the new key without touching a secret, after which the old one can go', async () => {
    await clear()
    expect(await hasSealedRows(db)).toBe(false)
    const old = createKeyRing()
    const contexts = []
    for (let i = 0; i < 7; i++) contexts.push(await addSealed(old))
    await saveCheckValue(db, sealCheckValue(old))
    expect(await hasSealedRows(db)).toBe(true)
    const before = await Promise.all(contexts.map(versionOf))

    const ring = rotateMasterKey(old)
    expect(await countRowsUnder(db, 'm1')).toBe(8)
    expect(() => retireMasterKey(ring, 'm1', 8)).toThrow('8 sealed rows need master key "m1"')
    const seen: number[] = []
    const report = await reseal({
      db,
      ring,
      vault: createVault(ring),
      batchSize: 3,
      onProgress: (now) => seen.push(now.resealed),
    })
    expect(report).toEqual({ resealed: 7, skipped: 0, unreadable: [] })
    expect(seen).toEqual([3, 6, 7])

    const after = await Promise.all(contexts.map(versionOf))
    after.forEach((row, i) => {
      expect(row.masterKeyId).toBe('m2')
      expect(row.sealed?.split('.').slice(3)).toEqual(before[i]?.sealed?.split('.').slice(3))
      expect({ ...row, sealed: '', masterKeyId: '' }).toEqual({ ...before[i], sealed: '', masterKeyId: '' })
    })
    expect(await countRowsUnder(db, 'm1')).toBe(0)
    const retired = retireMasterKey(ring, 'm1', await countRowsUnder(db, 'm1'))
    for (const context of contexts) expect(await secretOf(context, retired)).toBe(context.versionId)
    expect(opensCheckValue(retired, (await findCheckValue(db)) ?? '')).toBe(true)
  })

  it('goes on after a crash where it broke off, and a run with nothing to do changes nothing', async () => {
    await clear()
    const old = createKeyRing()
    const contexts = []
    for (let i = 0; i < 5; i++) contexts.push(await addSealed(old))
    const ring = rotateMasterKey(old)
    const vault = createVault(ring)
    let calls = 0
    const crashing = {
      ...vault,
      rewrap: (sealed: string, context: SealContext) =>
        calls++ === 2 ? Promise.reject(new Error('power loss')) : vault.rewrap(sealed, context),
    }
    await expect(reseal({ db, ring, vault: crashing, batchSize: 2 })).rejects.toThrow('power loss')
    expect(await countRowsUnder(db, 'm1')).toBeGreaterThanOrEqual(3)
    expect(await reseal({ db, ring, vault, batchSize: 2 })).toEqual({
      resealed: 3,
      skipped: 0,
      unreadable: [],
    })
    const rows = await Promise.all(contexts.map(versionOf))
    expect(await reseal({ db, ring, vault })).toEqual({ resealed: 0, skipped: 0, unreadable: [] })
    expect(await Promise.all(contexts.map(versionOf))).toEqual(rows)
    for (const context of contexts) expect(await secretOf(context, ring)).toBe(context.versionId)
  })

  it('names rows that do not open, does the others, and keeps the old key for them', async () => {
    await clear()
    const old = createKeyRing()
    const [moved, good, edited] = [await addSealed(old), await addSealed(old), await addSealed(old)]
    await db.prisma.providerKeyVersion.update({
      where: { id: edited.versionId },
      data: { destination: 'https://evil.example.com' },
    })
    const { sealed } = await versionOf(good)
    await db.prisma.providerKeyVersion.update({ where: { id: moved.versionId }, data: { sealed } })

    const ring = rotateMasterKey(old)
    const report = await reseal({ db, ring, vault: createVault(ring), batchSize: 1 })
    expect(report.resealed).toBe(1)
    expect(report.unreadable.map(({ id }) => id).sort()).toEqual([moved.versionId, edited.versionId].sort())
    expect(await secretOf(good, ring)).toBe(good.versionId)
    await expect(secretOf(moved, ring)).rejects.toMatchObject({ code: 'SECRET_UNREADABLE' })
    await expect(secretOf(edited, ring)).rejects.toMatchObject({ code: 'SECRET_UNREADABLE' })
    const needed = await countRowsUnder(db, 'm1')
    expect(() => retireMasterKey(ring, 'm1', needed)).toThrow('2 sealed rows need master key "m1"')
  })

  it('does not undo a replacement or a destruction that happens meanwhile', async () => {
    await clear()
    const old = createKeyRing()
    const [replaced, destroyed] = [await addSealed(old), await addSealed(old)]
    const ring = rotateMasterKey(old)
    const vault = createVault(ring)
    const fresh = await vault.seal(new Secret({ apiKey: 'fresh' }), replaced)
    const racing = {
      ...vault,
      async rewrap(sealed: string, context: SealContext) {
        const data =
          context.versionId === replaced.versionId
            ? fresh
            : { sealed: null, masterKeyId: null, state: 'destroyed', destroyedAt: new Date() }
        await db.prisma.providerKeyVersion.update({ where: { id: context.versionId }, data })
        return vault.rewrap(sealed, context)
      },
    }
    expect(await reseal({ db, ring, vault: racing })).toEqual({ resealed: 0, skipped: 2, unreadable: [] })
    expect(await secretOf(replaced, ring)).toBe('fresh')
    expect((await versionOf(destroyed)).sealed).toBeNull()
  })

  it('recomputes fingerprints when their key changed, so that the same secret is still recognised', async () => {
    await clear()
    const old = createKeyRing()
    const context = await addSealed(old)
    const ring: KeyRing = { ...old, fingerprintKey: { id: 'f2', key: createKeyRing().fingerprintKey.key } }
    const vault = createVault(ring)
    expect(await reseal({ db, ring, vault })).toMatchObject({ resealed: 1 })
    expect(await versionOf(context)).toMatchObject(
      vault.fingerprint(new Secret({ apiKey: context.versionId }), organizationId),
    )
  })
})

describe('what the database holds', () => {
  it('is ciphertext only', async () => {
    await clear()
    const context = await addSealed(createKeyRing())
    const row = await versionOf(context)
    expect(row.sealed).not.toContain(context.versionId)
    expect(row.fingerprint).not.toContain(context.versionId)
  })

  it('does not open once the row was copied to another organization, or its address edited', async () => {
    const ring = createKeyRing()
    const context = await addSealed(ring)
    const { sealed } = await versionOf(context)
    const open = (change: Partial<SealContext>) =>
      createVault(ring).open(sealed ?? '', { ...context, ...change })
    for (const change of [
      { organizationId: newId('organization') },
      { destination: 'https://evil.example.com' },
      { versionId: newId('providerKeyVersion') },
    ]) {
      await expect(open(change)).rejects.toMatchObject({ code: 'SECRET_UNREADABLE' })
    }
    expect((await open({})).reveal()).toEqual({ apiKey: context.versionId })
  })
})
