import { AwsV4Signer } from 'aws4fetch'
import { z } from 'zod'
import type { HttpRequest, HttpResponse } from '@/core/http'
import { Secret } from '@/core/secret'
import { readAwsToken } from './aws-credentials'
import type { AwsPair, AwsToken } from './aws-credentials'
import { awsHost, awsRegionPattern, suggestedAwsRegions } from './aws-region'
import { nextBedrockCheck, readBedrockModels } from './bedrock-check'
import { readBedrockError } from './bedrock-errors'
import { maskSecret } from './mask'
import { keyField } from './openai-compatible'
import { withHeaders } from './openai-wire'
import { absent, optionFields } from './option-fields'
import type { Credential, Provider } from './provider'

type BedrockCredential = Credential<AwsToken, { region: string }>

const options = optionFields({
  region: z
    .string('Choose the region')
    .trim()
    .toLowerCase()
    .regex(awsRegionPattern, 'A region looks like us-east-1'),
})

const credentials = z
  .object({
    token: z
      .union(
        [z.string(), z.record(z.string(), z.unknown())],
        'Paste a Bedrock API key, or an access key pair',
      )
      .transform(readAwsToken),
    baseUrl: absent('AWS Bedrock is called at the address of its region; leave the base address out'),
    options: options.prefault({}),
  })
  .transform(({ token, options }): BedrockCredential => ({
    secret: new Secret(token.token),
    options,
    baseUrl: null,
    removed: token.removed,
  }))

/** Service and region are read off the host, so that a signature can never be valid elsewhere. */
async function sign(request: HttpRequest, pair: AwsPair): Promise<HttpRequest> {
  const [host = '', region = ''] = new URL(request.url).hostname.split('.')
  const { method, url, body } = request
  const service = host === 'sts' ? 'sts' : 'bedrock'
  const signed = await new AwsV4Signer({ method, url, body, ...pair, service, region }).sign()
  return withHeaders(request, Object.fromEntries(signed.headers))
}

function authorize(request: HttpRequest, { secret }: BedrockCredential): HttpRequest | Promise<HttpRequest> {
  const token = secret.reveal()
  return 'key' in token
    ? withHeaders(request, { authorization: `Bearer ${token.key}` })
    : sign(request, token)
}

/** Of an API key nothing is shown: even its first letters encode the account. */
function mask({ secret }: BedrockCredential): string {
  const token = secret.reveal()
  if ('key' in token) return token.key.startsWith('ABSK') ? 'ABSK…' : '…'
  return maskSecret(token.accessKeyId, /^[A-Z]{4}/)
}

function readError(response: HttpResponse, { secret }: BedrockCredential) {
  const token = secret.reveal()
  return readBedrockError(response, 'key' in token && token.key.startsWith('ABSK'))
}

export const awsBedrock = {
  id: 'aws-bedrock',
  name: 'AWS Bedrock',
  mark: 'bedrock',
  docsUrl: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
  keysUrl: 'https://console.aws.amazon.com/bedrock/home#/api-keys',
  revokeUrl: 'https://console.aws.amazon.com/bedrock/home#/api-keys',
  statusUrl: 'https://health.aws.amazon.com/health/status',
  priceId: 'aws',
  testedBeforeSaving: true,
  variants: [
    { id: 'apiKey', label: 'Bedrock API key' },
    { id: 'keyPair', label: 'Access key pair' },
  ],
  fields: [
    { ...keyField('ABSK…', 'A long-term key; short-term keys end within hours'), variant: 'apiKey' },
    {
      path: 'token.accessKeyId',
      label: 'Access key id',
      secret: true,
      required: true,
      kind: 'text',
      placeholder: 'AKIA…',
      variant: 'keyPair',
    },
    {
      path: 'token.secretAccessKey',
      label: 'Secret access key',
      secret: true,
      required: true,
      kind: 'password',
      variant: 'keyPair',
    },
    {
      path: 'token.sessionToken',
      label: 'Session token',
      secret: true,
      required: false,
      kind: 'password',
      hint: 'Only for temporary pairs, whose id starts with ASIA',
      variant: 'keyPair',
      advanced: true,
    },
    {
      path: 'options.region',
      label: 'Region',
      secret: false,
      required: true,
      kind: 'text',
      placeholder: 'us-east-1',
      choices: suggestedAwsRegions.map((value) => ({ value, label: value })),
    },
  ],
  credentials,
  options,
  mask,
  destination: ({ options }) => `https://${awsHost('bedrock', options.region)}`,
  authorize,
  nextCheck: (credential, exchanges) =>
    nextBedrockCheck(
      {
        region: credential.options.region,
        isPair: !('key' in credential.secret.reveal()),
        readError: (response) => readError(response, credential),
      },
      exchanges,
    ),
  readError,
  models: (response) => readBedrockModels(response) ?? [],
} satisfies Provider<BedrockCredential>
