import { hash, verify } from '@node-rs/argon2'
import { AppError } from '@/core/errors'

/** argon2id; the first set of parameters of OWASP's password storage sheet. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Each hash holds 19 MB and a thread of the pool that files and DNS share. */
const maxAtOnce = 2
const maxWaiting = 64
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= maxAtOnce) {
    if (waiting.length >= maxWaiting)
      throw new AppError(
        'UNAVAILABLE',
        'Too many people are signing in at this moment. Try again in a few seconds.',
        {
          retryAfterSeconds: 5,
        },
      )
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, parameters))

/** Of no password, with the parameters above. */
const nobodysHash = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

/**
 * Whether a password fits its hash. Without a hash it fits nothing, but as much work is done: the time taken must not
 * tell whether an account exists.
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await inTurn(() => verify(passwordHash ?? nobodysHash, password))
  return passwordHash !== null && fits
}
