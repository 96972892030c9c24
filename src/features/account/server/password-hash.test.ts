import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword } from './password-hash'

describe('passwords', () => {
  it('are kept as argon2id, differently each time', async () => {
    const [first, second] = [await hashPassword('correct horse'), await hashPassword('correct horse')]
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(first).not.toBe(second)
    expect(await isPassword(first, 'correct horse')).toBe(true)
    expect(await isPassword(first, 'correct horsf')).toBe(false)
  })

  it('fit no account that has none', async () => {
    expect(await isPassword(null, '')).toBe(false)
    expect(await isPassword(null, 'anything')).toBe(false)
  })

  it('in a rush are refused at once instead of piling up, and those in the queue are answered', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 80 }, () => isPassword(null, 'x')))
    const refused = outcomes.filter((each) => each.status === 'rejected')
    expect(refused).toHaveLength(14)
    for (const each of refused)
      expect(each.reason).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 5 })
    expect(await isPassword(null, 'x')).toBe(false)
  })
})
