import { randomBytes } from 'node:crypto'
import { decode, encode } from 'next-auth/jwt'
import { describe, expect, it } from 'vitest'
import { openSessionToken } from './session-token'

const secret = randomBytes(32).toString('base64url')
const claims = { sub: 'usr_1', sid: 'ses_1' }
const make = (extra: object = {}, given = secret) => encode({ token: { ...claims, ...extra }, secret: given })
const now = () => new Date()

describe('the session token', () => {
  it('opens 50 tokens that next-auth made', async () => {
    for (let i = 0; i < 50; i++) {
      const token = await encode({ token: { sub: `usr_${i}`, sid: `ses_${i}` }, secret })
      expect(openSessionToken(token, secret, now())).toEqual({ sub: `usr_${i}`, sid: `ses_${i}` })
    }
  })

  it('refuses 50 tokens with one changed character, wherever it stands', async () => {
    const token = await make()
    for (let i = 0; i < 50; i++) {
      const at = Math.floor((i * token.length) / 50)
      const other = token[at] === 'A' ? 'B' : 'A'
      const changed = token.slice(0, at) + other + token.slice(at + 1)
      expect(openSessionToken(changed, secret, now()), `character ${at}`).toBeNull()
    }
  })

  it('agrees with next-auth about every token with a changed last character of a part', async () => {
    const parts = (await make()).split('.')
    for (const [i, part] of parts.entries()) {
      if (part === '') continue
      const changed = parts.map((each, j) =>
        i === j ? each.slice(0, -1) + (each.endsWith('Q') ? 'g' : 'Q') : each,
      )
      const token = changed.join('.')
      const theirs = await decode({ token, secret }).catch(() => null)
      expect(openSessionToken(token, secret, now())).toEqual(theirs ? claims : null)
    }
  })

  it('refuses a shortened tag, which could be guessed', async () => {
    const parts = (await make()).split('.')
    parts[4] = Buffer.from(parts[4] ?? '', 'base64url')
      .subarray(0, 4)
      .toString('base64url')
    expect(openSessionToken(parts.join('.'), secret, now())).toBeNull()
  })

  it('refuses expired tokens, after the same 15 seconds of grace that next-auth gives', async () => {
    const token = await encode({ token: claims, secret, maxAge: 60 })
    const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000)
    expect(openSessionToken(token, secret, inSeconds(70))).toEqual(claims)
    expect(openSessionToken(token, secret, inSeconds(80))).toBeNull()
  })

  it('refuses tokens of another secret', async () => {
    const foreign = await make({}, randomBytes(32).toString('base64url'))
    expect(openSessionToken(foreign, secret, now())).toBeNull()
  })

  it('refuses tokens that name no session or no person', async () => {
    expect(openSessionToken(await make({ sid: undefined }), secret, now())).toBeNull()
    expect(openSessionToken(await make({ sub: undefined }), secret, now())).toBeNull()
  })

  it.each(['', '.', '....', 'a.b.c.d.e', 'null', '{}', `${'A'.repeat(5000)}`])('refuses junk: %s', (junk) => {
    expect(openSessionToken(junk, secret, now())).toBeNull()
  })
})
