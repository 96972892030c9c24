import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StartError } from '../start-error'
import { createKeyRing, printKeyRing } from './key-ring'
import { writeKeyRingFile } from './key-ring-file'
import { openKeyRing } from './open-key-ring'

let directory: string
let file: string
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'key-ring-'))
  file = path.join(directory, 'data', 'key-ring.json')
})
afterEach(() => rm(directory, { recursive: true }))

const first = { hasSealedRows: false, mayCreate: true }
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof StartError ? error.message : `not a StartError: ${String(error)}`),
  )

describe('openKeyRing', () => {
  it('makes a ring on the very first start, for its owner alone, and finds it again', async () => {
    const made = await openKeyRing({ file, ...first })
    expect(made.created).toBe(true)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await stat(path.dirname(file))).mode & 0o077).toBe(0)
    const found = await openKeyRing({ file, hasSealedRows: true, mayCreate: false })
    expect(found.created).toBe(false)
    expect(printKeyRing(found.ring)).toBe(printKeyRing(made.ring))
    expect(await readdir(path.dirname(file))).toEqual(['key-ring.json'])
  })

  it('two first starts at once end with one ring', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => openKeyRing({ file, ...first })))
    expect(opened.filter(({ created }) => created)).toHaveLength(1)
    expect(new Set(opened.map(({ ring }) => printKeyRing(ring))).size).toBe(1)
  })

  it('never makes a ring over sealed rows', async () => {
    expect(await faultOf(openKeyRing({ file, hasSealedRows: true, mayCreate: true }))).toBe(
      `The key ring ${file} is missing, and the database holds secrets that only it opens. Restore it from your backup.`,
    )
    expect(await readdir(directory)).toEqual([])
  })

  it('makes none where it may not', async () => {
    expect(await faultOf(openKeyRing({ file, hasSealedRows: false, mayCreate: false }))).toBe(
      `There is no key ring at ${file}. Make one with: npm run up`,
    )
    expect(await faultOf(openKeyRing({ ...first }))).toContain('No key ring is configured')
  })

  it('a truncated, empty or foreign file ends the start and is not written over', async () => {
    await mkdir(path.dirname(file))
    for (const text of ['', printKeyRing(createKeyRing()).slice(0, 200), '{}']) {
      await writeFile(file, text)
      expect(await faultOf(openKeyRing({ file, ...first }))).toMatch(
        /^The key ring is .* Restore it from your backup\.$/,
      )
      expect(await readFile(file, 'utf8')).toBe(text)
    }
  })

  it('takes a ring from the environment before the file', async () => {
    const ring = createKeyRing()
    const opened = await openKeyRing({
      file,
      text: printKeyRing(ring),
      hasSealedRows: true,
      mayCreate: false,
    })
    expect(printKeyRing(opened.ring)).toBe(printKeyRing(ring))
    expect(await faultOf(openKeyRing({ text: '', ...first }))).toContain('The key ring is empty')
  })

  it('a path that cannot be read or written ends the start with a sentence', async () => {
    await mkdir(file, { recursive: true })
    expect(await faultOf(openKeyRing({ file, ...first }))).toContain('cannot be read (EISDIR)')
    const below = path.join(file, '..', 'plain', 'key-ring.json')
    await writeFile(path.dirname(below), '')
    expect(await faultOf(openKeyRing({ file: below, ...first }))).toMatch(
      /cannot be (read|written) \(ENOTDIR\)/,
    )
  })
})

describe('writeKeyRingFile', () => {
  it('replaces a ring whole and keeps it private', async () => {
    await openKeyRing({ file, ...first })
    await chmod(file, 0o644)
    const next = createKeyRing()
    expect(await writeKeyRingFile(file, next)).toBe(true)
    expect(await readFile(file, 'utf8')).toBe(printKeyRing(next))
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(path.dirname(file))).toEqual(['key-ring.json'])
  })
})
