import { json } from './fake-provider'

const ids = { 'x-amzn-requestid': '0f9c4f0e-8d55-4a2e-9b7a-4f3f6a1d2c3b' }
/** The service writes `message`, the layer before it `Message`; the exception stands in a header. */
export const error = (
  status: number,
  type: string,
  message: string,
  key: 'message' | 'Message' = 'message',
) =>
  json(
    status,
    { [key]: message },
    { ...ids, 'x-amzn-errortype': `${type}:http://internal.amazon.com/coral/com.amazon.bedrock/` },
  )

const models = [
  'amazon.nova-micro-v1:0',
  'amazon.nova-2-lite-v1:0',
  'anthropic.claude-haiku-4-5-20251001-v1:0',
]
export const modelList = () =>
  json(
    200,
    {
      modelSummaries: models.map((modelId) => ({
        modelId,
        modelArn: `arn:aws:bedrock:us-east-1::foundation-model/${modelId}`,
        inferenceTypesSupported: ['ON_DEMAND'],
      })),
    },
    ids,
  )
export const reply = () =>
  json(
    200,
    {
      output: { message: { role: 'assistant', content: [{ text: 'a' }] } },
      stopReason: 'max_tokens',
      usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
    },
    ids,
  )
export const identity = () =>
  json(200, {
    GetCallerIdentityResponse: {
      GetCallerIdentityResult: {
        Account: '111122223333',
        Arn: 'arn:aws:iam::111122223333:user/ledger',
        UserId: 'AIDA',
      },
    },
  })
export const unknownToSts = () =>
  json(403, {
    Error: {
      Type: 'Sender',
      Code: 'InvalidClientTokenId',
      Message: 'The security token included in the request is invalid.',
    },
  })

export const forbidden = (action: string) =>
  error(
    403,
    'AccessDeniedException',
    `User: arn:aws:iam::111122223333:user/ledger is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
  )
export const unknownId = () =>
  error(403, 'UnrecognizedClientException', 'The security token included in the request is invalid.')
export const mismatch = () =>
  error(
    403,
    'InvalidSignatureException',
    'The request signature we calculated does not match the signature you provided.',
  )
