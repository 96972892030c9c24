import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Secret } from '@/core/secret'
import type { Settings } from '@/env'
import { StartError } from './start-error'

const fileName = 'session-secret'
const minLength = 32

/**
 * The secret of session cookies: given by environment or file, else kept in the data directory, where `mayCreate`
 * lets the first start make it. Throws StartError.
 */
export function openSessionSecret(
  settings: Pick<Settings, 'SESSION_SECRET' | 'SESSION_SECRET_FILE' | 'LATCHKEY_DIR'>,
  mayCreate: boolean,
): Secret<string> {
  if (settings.SESSION_SECRET) return settings.SESSION_SECRET
  const file = settings.SESSION_SECRET_FILE ?? path.join(settings.LATCHKEY_DIR, fileName)
  const isOurs = settings.SESSION_SECRET_FILE === undefined
  const stored = read(file)
  if (stored !== null) return new Secret(requireLong(stored, file))
  if (!isOurs) throw new StartError(`The session secret ${file} is missing. Check SESSION_SECRET_FILE.`)
  if (!mayCreate) throw new StartError(`There is no session secret at ${file}. Make one with: npm run up`)
  return new Secret(create(file))
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new StartError(
      `The session secret ${file} cannot be read (${codeOf(error)}). Check its permissions.`,
    )
  }
}

function requireLong(text: string, file: string): string {
  if (text.length >= minLength) return text
  throw new StartError(
    `The session secret ${file} is shorter than ${minLength} characters. Remove the file to have a new one made; everybody then signs in again.`,
  )
}

function create(file: string): string {
  const secret = randomBytes(32).toString('base64url')
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, secret + '\n', { mode: 0o600, flag: 'wx' })
    return secret
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return requireLong(read(file) ?? '', file)
    throw new StartError(
      `The session secret ${file} cannot be written (${codeOf(error)}). Check its directory.`,
    )
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? 'unknown error'
