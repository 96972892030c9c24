import { z } from 'zod'
import { cleanSecret } from './paste'
import type { Removal } from './paste'
import { removalsOf, secretText } from './secret-text'

/** An access key pair, which signs each request. */
export type AwsPair = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }
/** What is sealed: a Bedrock API key, or a pair. */
export type AwsToken = { key: string } | AwsPair

const of = { id: 'aws-bedrock', name: 'AWS' }
const idPattern = /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}$/
const secretPattern = /^[A-Za-z0-9/+]{40}$/

interface ReadToken {
  token: AwsToken
  removed: Removal[]
}
interface Problem {
  /** Below `token`. */
  path: string[]
  message: string
  params?: Record<string, unknown>
}

/**
 * Reads what was typed: a text is a Bedrock API key, an object is a pair. Refuses what AWS would refuse with less
 * helpful words; issues are relative to `token` and never quote the input. For `transform`.
 */
export function readAwsToken(typed: string | Record<string, unknown>, context: z.RefinementCtx): ReadToken {
  const read = typeof typed === 'string' ? readKey(typed) : readPair(typed)
  if (!Array.isArray(read)) return read
  for (const problem of read) context.addIssue({ code: 'custom', input: undefined, ...problem })
  return z.NEVER
}

const keyText = secretText({ of, missing: 'Paste the Bedrock API key' })

function readKey(typed: string): ReadToken | Problem[] {
  const text = cleanSecret(typed).value
  const problem = (message: string) => [{ path: [], message }]
  if (text.startsWith('bedrock-api-key-'))
    return problem(
      'This is a short-term key, which ends within hours; make a long-term key, or use a key pair',
    )
  if (/^(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/.test(text))
    return problem('This is an access key id; choose the access key pair and give its secret too')
  const parsed = keyText.safeParse(typed)
  if (!parsed.success) return parsed.error.issues.map((issue) => ({ ...issue, path: [] }))
  return { token: { key: parsed.data.value }, removed: removalsOf('token', parsed.data) }
}

const pair = z.object({
  accessKeyId: secretText({ of, missing: 'Give the access key id' }),
  secretAccessKey: secretText({ of, missing: 'Give the secret access key' }),
  sessionToken: z
    .literal('')
    .transform(() => undefined)
    .or(secretText({ of }))
    .optional(),
})

function readPair(typed: Record<string, unknown>): ReadToken | Problem[] {
  if (Object.keys(typed).some((name) => !Object.hasOwn(pair.shape, name)))
    return [
      {
        path: [],
        message: 'A pair is accessKeyId, secretAccessKey and, where it is temporary, sessionToken',
      },
    ]
  const parsed = pair.safeParse(typed)
  if (!parsed.success) return parsed.error.issues.map((issue) => ({ ...issue, path: issue.path.map(String) }))
  const { accessKeyId, secretAccessKey, sessionToken } = parsed.data
  const token: AwsPair = {
    accessKeyId: accessKeyId.value,
    secretAccessKey: secretAccessKey.value,
    ...(sessionToken && { sessionToken: sessionToken.value }),
  }
  const problem = pairProblem(token)
  if (problem) return [problem]
  const removed = Object.entries(parsed.data).flatMap(([name, text]) => removalsOf(`token.${name}`, text))
  return { token, removed }
}

function pairProblem({ accessKeyId, secretAccessKey, sessionToken }: AwsPair): Problem | null {
  const problem = (name: keyof AwsPair, message: string) => ({ path: [name], message })
  if (idPattern.test(secretAccessKey))
    return secretPattern.test(accessKeyId)
      ? problem('accessKeyId', 'Access key id and secret access key are swapped; exchange the two')
      : problem('secretAccessKey', 'This is an access key id; give the secret access key here')
  if (!idPattern.test(accessKeyId))
    return problem('accessKeyId', 'An access key id has 20 letters and digits and starts with AKIA or ASIA')
  if (!secretPattern.test(secretAccessKey))
    return problem('secretAccessKey', 'A secret access key has 40 letters, digits, / or +')
  if (accessKeyId.startsWith('ASIA') && !sessionToken)
    return problem(
      'sessionToken',
      'A pair whose id starts with ASIA is temporary; give its session token too',
    )
  return null
}
