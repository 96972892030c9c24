/** A Bedrock API key, or an access key pair that signs each request. */
export type AwsToken =
  { apiKey: string } | { accessKeyId: string; secretAccessKey: string; sessionToken?: string }

export interface AwsProblem {
  /** Below `token`; null for the whole. */
  field: keyof AwsPair | null
  problem: string
}
type AwsPair = Extract<AwsToken, { accessKeyId: string }>

const idPattern = /^(AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}$/
const secretPattern = /^[A-Za-z0-9/+]{40}$/

/** Refuses what is known not to be a long-term Bedrock API key; other shapes are left for AWS to judge. */
export function apiKeyProblem(apiKey: string): AwsProblem | null {
  const refuse = (problem: string) => ({ field: null, problem })
  if (apiKey.startsWith('bedrock-api-key-'))
    return refuse(
      'This is a short-term key, which lives for hours; make a long-term Bedrock API key, or use an access key pair',
    )
  if (/^(AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}/.test(apiKey))
    return refuse('This is an access key id; choose Access key pair and give its secret too')
  return null
}

/** Refuses a pair that AWS would refuse with less helpful words. */
export function keyPairProblem({ accessKeyId, secretAccessKey, sessionToken }: AwsPair): AwsProblem | null {
  if (idPattern.test(secretAccessKey) && secretPattern.test(accessKeyId))
    return {
      field: 'accessKeyId',
      problem: 'Access key id and secret access key are swapped; exchange the two',
    }
  if (idPattern.test(secretAccessKey))
    return { field: 'secretAccessKey', problem: 'This is an access key id; give the secret access key here' }
  if (!idPattern.test(accessKeyId))
    return {
      field: 'accessKeyId',
      problem: 'An access key id has 20 characters and begins with AKIA or ASIA',
    }
  if (!secretPattern.test(secretAccessKey))
    return { field: 'secretAccessKey', problem: 'A secret access key has 40 letters, digits, / or +' }
  if (accessKeyId.startsWith('ASIA') && !sessionToken)
    return {
      field: 'sessionToken',
      problem: 'An access key id that begins with ASIA needs its session token',
    }
  return null
}
