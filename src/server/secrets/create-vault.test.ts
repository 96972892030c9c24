import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/core/errors'
import { Secret } from '@/core/secret'
import type { TokenFields } from '@/providers/provider'
import { createVault } from './create-vault'
import { createKeyRing } from './key-ring'
import type { KeyWrapper } from './key-wrapper'
import { createLocalKeyWrapper } from './local-key-wrapper'
import { rotateMasterKey } from './rotate-master-key'
import type { SealContext } from './vault'

const planted = `sk-${'proj'}-${'planted'.repeat(6)}`
const secret = new Secret<TokenFields>({ apiKey: planted, headers: { 'x-tenant': 'abc' } })
const context: SealContext = {
  organizationId: 'org_1',
  providerKeyId: 'pk_1',
  versionId: 'pkv_1',
  provider: 'custom',
  destination: 'https://llm.example.com/v1',
}
const ring = createKeyRing()
const vault = createVault(ring)

const failureOf = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error('It opened')),
    (error: unknown) => error as AppError,
  )
const expectUnreadable = async (work: Promise<unknown>) => {
  const error = await failureOf(work)
  expect(error).toBeInstanceOf(AppError)
  expect(error.code).toBe('SECRET_UNREADABLE')
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('planted')
}

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'a.b', '\ud800', ''),
)
const tokens: fc.Arbitrary<TokenFields> = fc.dictionary(
  text,
  fc.oneof(text, fc.dictionary(text, text, { noNullPrototype: true })),
  {
    noNullPrototype: true,
  },
)
const contexts: fc.Arbitrary<SealContext> = fc.record({
  organizationId: text,
  providerKeyId: text,
  versionId: text,
  provider: text,
  destination: text,
})

describe('a sealed secret', () => {
  it('opens where it was sealed', async () => {
    const { sealed, masterKeyId } = await vault.seal(secret, context)
    expect(sealed).toMatch(/^v1\.m1(\.[\w-]+){4}$/)
    expect(masterKeyId).toBe('m1')
    expect((await vault.open(sealed, context)).reveal()).toEqual(secret.reveal())
  })

  it('holds nothing of the secret, and differs each time', async () => {
    const first = await vault.seal(secret, context)
    const second = await vault.seal(secret, context)
    const bytes = first.sealed
      .split('.')
      .slice(2)
      .map((part) => Buffer.from(part, 'base64url').toString('latin1'))
      .join()
    expect(bytes).not.toContain('planted')
    expect(bytes).not.toContain('apiKey')
    first.sealed
      .split('.')
      .slice(2)
      .forEach((part, i) => expect(part).not.toBe(second.sealed.split('.')[i + 2]))
  })

  it('opens to the same fields whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(tokens, contexts, async (token, where) => {
        const { sealed } = await vault.seal(new Secret(token), where)
        expect((await vault.open(sealed, where)).reveal()).toStrictEqual(token)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves absent fields out', async () => {
    const { sealed } = await vault.seal(new Secret({ apiKey: 'a', session: undefined }), context)
    expect(Object.keys((await vault.open(sealed, context)).reveal())).toEqual(['apiKey'])
  })
})

describe('a seal is bound', () => {
  it.each([
    ['organization', { organizationId: 'org_2' }],
    ['key', { providerKeyId: 'pk_2' }],
    ['version', { versionId: 'pkv_2' }],
    ['provider', { provider: 'openai' }],
    ['destination', { destination: 'https://evil.example.com/v1' }],
    ['destination, by one slash', { destination: 'https://llm.example.com/v1/' }],
  ])('to its %s', async (_, moved) => {
    const { sealed } = await vault.seal(secret, context)
    await expectUnreadable(vault.open(sealed, { ...context, ...moved }))
    await expectUnreadable(vault.rewrap(sealed, { ...context, ...moved }))
  })

  it('to every context but its own, wherever the borders between the parts lie', async () => {
    await fc.assert(
      fc.asyncProperty(contexts, contexts, async (where, elsewhere) => {
        const parts = (each: SealContext) => [
          each.organizationId,
          each.providerKeyId,
          each.versionId,
          each.provider,
          each.destination,
        ]
        fc.pre(parts(where).some((part, i) => part !== parts(elsewhere)[i]))
        const { sealed } = await vault.seal(secret, where)
        await expectUnreadable(vault.open(sealed, elsewhere))
      }),
      { numRuns: 200 },
    )
  })

  it('to its ring, and to the master key it names', async () => {
    const { sealed } = await vault.seal(secret, context)
    await expectUnreadable(createVault(createKeyRing()).open(sealed, context))
    const rotated = rotateMasterKey(ring)
    expect((await createVault(rotated).open(sealed, context)).reveal()).toEqual(secret.reveal())
    await expectUnreadable(createVault(rotated).open(sealed.replace('.m1.', '.m2.'), context))
    await expectUnreadable(vault.open(sealed.replace('.m1.', '.m2.'), context))
  })

  it('as a whole: parts of two seals of one key do not open together', async () => {
    const [a, b] = await Promise.all([vault.seal(secret, context), vault.seal(secret, context)])
    const [left, right] = [a.sealed.split('.'), b.sealed.split('.')]
    for (let part = 2; part < 6; part++) {
      await expectUnreadable(
        vault.open(left.map((each, i) => (i === part ? right[i] : each)).join('.'), context),
      )
    }
  })
})

describe('an altered seal does not open', () => {
  it('whichever bit of whichever part is flipped', async () => {
    const { sealed } = await vault.seal(new Secret({ k: 'ab' }), context)
    const parts = sealed.split('.')
    for (let part = 2; part < parts.length; part++) {
      const bytes = Buffer.from(parts[part]!, 'base64url')
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const altered = Buffer.from(bytes)
        altered[bit >> 3]! ^= 1 << (bit & 7)
        const text_ = parts.map((each, i) => (i === part ? altered.toString('base64url') : each)).join('.')
        await expectUnreadable(vault.open(text_, context))
      }
    }
  })

  it('in 1,000 random changes of its text', async () => {
    const { sealed } = await vault.seal(secret, context)
    for (let i = 0; i < 1_000; i++) {
      const bytes = Buffer.from(sealed)
      const [at, flip] = [randomBytes(4).readUInt32BE() % bytes.length, 1 + (randomBytes(1)[0]! % 255)]
      bytes[at]! ^= flip
      await expectUnreadable(vault.open(bytes.toString('latin1'), context))
    }
  })

  it('in another spelling of the same bytes: one text stands for one seal', async () => {
    const { sealed } = await vault.seal(secret, context)
    const others = [
      `${sealed}=`,
      `${sealed} `,
      ` ${sealed}`,
      `${sealed}\n`,
      sealed.replaceAll('_', '/').replaceAll('-', '+') + '==',
      `${sealed}.`,
      sealed.toUpperCase(),
    ]
    for (const other of others) await expectUnreadable(vault.open(other, context))
    // The last letter of the tag has four spare bits that a lenient decoder ignores.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (const letter of alphabet.replace(sealed.at(-1)!, ''))
      await expectUnreadable(vault.open(sealed.slice(0, -1) + letter, context))
  })

  it.each([
    '',
    'v1',
    'v1.m1',
    'v1.m1....',
    'v1.m1.a.b.c.d',
    'v2.m1.AAAA.AAAA.AAAA.AAAA',
    'v1.constructor.AAAA.AAAA.AAAA.AAAA',
    'null',
    '{}',
  ])('and %j is no seal', async (sealed) => {
    await expectUnreadable(vault.open(sealed, context))
    await expectUnreadable(vault.rewrap(sealed, context))
  })

  it('nor does any text, and it never fails otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (each) => expectUnreadable(vault.open(each, context))),
    )
  })
})

describe('the fingerprint', () => {
  const of = (token: TokenFields, organization = 'org_1', from = vault) =>
    from.fingerprint(new Secret(token), organization).fingerprint

  it('recognises the same secret again, in whatever order its fields came', () => {
    expect(of({ a: '1', b: { c: '2', d: '3' } })).toBe(of({ b: { d: '3', c: '2' }, a: '1' }))
    expect(of({ a: '1', b: undefined })).toBe(of({ a: '1' }))
    expect(vault.fingerprint(secret, 'org_1').fingerprintKeyId).toBe('f1')
  })

  it('differs for another secret, another organization and another ring', () => {
    expect(of({ a: '1' })).toMatch(/^[0-9a-f]{64}$/)
    expect(
      new Set([
        of({ a: '1' }),
        of({ a: '2' }),
        of({ b: '1' }),
        of({ a: '1' }, 'org_2'),
        of({ a: '1' }, 'org_1', createVault(createKeyRing())),
      ]).size,
    ).toBe(5)
  })

  it('does not change with the master key', () => {
    expect(of({ a: '1' }, 'org_1', createVault(rotateMasterKey(ring)))).toBe(of({ a: '1' }))
  })
})

describe('wrapping', () => {
  it('under a new master key keeps the encrypted secret as it is', async () => {
    const { sealed } = await vault.seal(secret, context)
    const rotated = createVault(rotateMasterKey(ring))
    const next = await rotated.rewrap(sealed, context)
    expect(next.masterKeyId).toBe('m2')
    expect(next.sealed.split('.').slice(3)).toEqual(sealed.split('.').slice(3))
    expect(next.sealed.split('.')[2]).not.toBe(sealed.split('.')[2])
    expect((await rotated.open(next.sealed, context)).reveal()).toEqual(secret.reveal())
    await expectUnreadable(vault.open(next.sealed, context))
  })

  it('erases data keys after use, also when it fails', async () => {
    const seen: Buffer[] = []
    const local = createLocalKeyWrapper(ring)
    const watching: KeyWrapper = {
      wrap: (dataKey, associated) => (seen.push(dataKey), local.wrap(dataKey, associated)),
      async unwrap(key, associated) {
        const dataKey = await local.unwrap(key, associated)
        seen.push(dataKey)
        return dataKey
      },
    }
    const watched = createVault(ring, watching)
    const { sealed } = await watched.seal(secret, context)
    await watched.open(sealed, context)
    const flipped = sealed.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))
    await failureOf(watched.open(flipped, context))
    expect(seen).toHaveLength(3)
    for (const dataKey of seen) expect(dataKey).toEqual(Buffer.alloc(32))
  })

  it('by a service that is away for now is not taken for an unreadable secret', async () => {
    const away: KeyWrapper = {
      wrap: () => Promise.reject(new AppError('UNAVAILABLE', 'The key service does not answer.')),
      unwrap: () => Promise.reject(new AppError('UNAVAILABLE', 'The key service does not answer.')),
    }
    const { sealed } = await vault.seal(secret, context)
    expect((await failureOf(createVault(ring, away).open(sealed, context))).code).toBe('UNAVAILABLE')
    expect((await failureOf(createVault(ring, away).seal(secret, context))).code).toBe('UNAVAILABLE')
  })

  it('tells nothing of what a platform exception quotes', async () => {
    const leaking: KeyWrapper = {
      ...createLocalKeyWrapper(ring),
      unwrap: () => Promise.reject(new Error(`cannot unwrap ${planted}`, { cause: planted })),
    }
    const { sealed } = await vault.seal(secret, context)
    await expectUnreadable(createVault(ring, leaking).open(sealed, context))
  })
})
