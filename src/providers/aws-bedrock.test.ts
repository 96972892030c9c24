import { createHash, createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { awsBedrock } from './aws-bedrock'

const accessKeyId = `AKI${'A'}${'Q3ZT7XBM'.repeat(2)}`
const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG+bPx'.repeat(2).slice(0, 40)
const options = { region: 'eu-west-1' }
const parse = (token: string | Record<string, unknown>) => awsBedrock.credentials.parse({ token, options })
const issuesOf = (token: string | Record<string, unknown>, given: Record<string, unknown> = options) =>
  awsBedrock.credentials.safeParse({ token, options: given }).error?.issues

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('an access key pair', () => {
  test('signs for the service and region of the host it calls, so that AWS computes the same', async () => {
    const body = '{"a":1}'
    const path = '/model/amazon.nova-micro-v1%3A0/converse'
    const host = 'bedrock-runtime.eu-west-1.amazonaws.com'
    const request = {
      method: 'POST' as const,
      url: `https://${host}${path}`,
      headers: { accept: '*/*' },
      body,
    }
    const { headers } = await awsBedrock.authorize(request, parse({ accessKeyId, secretAccessKey }))
    const date = headers['x-amz-date'] ?? ''
    const scope = `${date.slice(0, 8)}/eu-west-1/bedrock/aws4_request`
    const canonical = [
      'POST',
      path.replace('%3A', '%253A'),
      '',
      `host:${host}\nx-amz-date:${date}\n`,
      'host;x-amz-date',
      sha256(body),
    ].join('\n')
    const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`)
    const signature = hmac(key, `AWS4-HMAC-SHA256\n${date}\n${scope}\n${sha256(canonical)}`).toString('hex')
    expect(headers.authorization).toBe(
      `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=host;x-amz-date, Signature=${signature}`,
    )
  })

  test('sends its session token, signed along', async () => {
    const temporary = {
      accessKeyId: accessKeyId.replace('AKIA', 'ASIA'),
      secretAccessKey,
      sessionToken: 'IQoJ',
    }
    const request = { method: 'GET' as const, url: 'https://sts.us-east-1.amazonaws.com/', headers: {} }
    const { headers } = await awsBedrock.authorize(request, parse(temporary))
    expect(headers['x-amz-security-token']).toBe('IQoJ')
    expect(headers.authorization).toMatch(
      /\/us-east-1\/sts\/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token,/,
    )
  })

  test.each([
    ['accessKeyId', { accessKeyId: secretAccessKey, secretAccessKey: accessKeyId }, /swapped/],
    ['secretAccessKey', { accessKeyId, secretAccessKey: accessKeyId }, /access key id/],
    ['accessKeyId', { accessKeyId: 'Q3ZT7XBM', secretAccessKey }, /20 letters/],
    ['secretAccessKey', { accessKeyId, secretAccessKey: 'K7MDENG' }, /40 letters/],
    ['sessionToken', { accessKeyId: accessKeyId.replace('AKIA', 'ASIA'), secretAccessKey }, /session token/],
    ['secretAccessKey', { accessKeyId }, /Give the secret/],
    ['', { accessKeyId, secretAccessKey, bPxKey: 'bPxKey' }, /A pair is/],
  ])('a fault is told at %s and quotes nothing', (field, token, words) => {
    const issues = issuesOf(token)
    expect(issues).toMatchObject([
      { path: field ? ['token', field] : ['token'], message: expect.stringMatching(words) },
    ])
    expect(JSON.stringify(issues)).not.toMatch(/Q3ZT7XBM|K7MDENG|bPx/)
  })

  test('what was cleaned is told for the field it was cleaned in; an empty session token is absent', () => {
    const { secret, removed } = parse({
      accessKeyId: ` ${accessKeyId}`,
      secretAccessKey: `AWS_SECRET_ACCESS_KEY=${secretAccessKey}`,
      sessionToken: '',
    })
    expect(secret.reveal()).toEqual({ accessKeyId, secretAccessKey })
    expect(removed).toEqual([
      { field: 'token.accessKeyId', what: 'spaces' },
      { field: 'token.secretAccessKey', what: 'the variable name' },
    ])
  })

  test('its mask is the end of the id, never of the secret', () => {
    expect(awsBedrock.mask(parse({ accessKeyId, secretAccessKey }))).toBe('AKIA…7XBM')
  })
})

describe('a Bedrock API key', () => {
  const key = `ABS${'K'}${'QmVkcm9ja0FQSUtleS0'.repeat(6)}`

  test('shows nothing of itself', () => {
    expect(awsBedrock.mask(parse(key))).toBe('ABSK…')
    expect(awsBedrock.mask(parse('some-other-shape-of-a-key-0123456789'))).toBe('…')
  })

  test.each([
    [`bedrock-api-${'key-'}${'A'.repeat(40)}`, /short-term/],
    [accessKeyId, /access key pair/],
    [`${accessKeyId} ${secretAccessKey}`, /access key pair/],
    [`sk-${'ant'}-api03-${'A'.repeat(40)}`, /Anthropic/],
  ])('what is no long-term key is refused in words', (token, words) => {
    const issues = issuesOf(token)
    expect(issues).toMatchObject([{ path: ['token'], message: expect.stringMatching(words) }])
    expect(JSON.stringify(issues)).not.toContain(token.slice(0, 24))
  })

  test.each(['evil.com#', 'a/b', 'a?b', 'a@b', 'a\\b', 'a:1', ''])(
    'a region that would move the host is refused at its field: %j',
    (region) => {
      expect(issuesOf(key, { region })).toMatchObject([{ path: ['options', 'region'] }])
    },
  )

  test('a missing action is named, and nothing else of what AWS says', () => {
    const message =
      'User: arn:aws:iam::111122223333:user/ledger is not authorized to perform: bedrock:InvokeModel'
    const headers = { 'x-amzn-errortype': 'AccessDeniedException:http://internal' }
    const response = { status: 403, headers, body: JSON.stringify({ message }) }
    expect(awsBedrock.readError(response, parse(key))).toEqual({
      class: 'permission',
      reason: 'permission',
      params: { permission: 'bedrock:InvokeModel' },
    })
  })
})
