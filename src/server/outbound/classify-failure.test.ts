import { describe, expect, it } from 'vitest'
import { classifyFailure } from './classify-failure'

const failed = (code: string) =>
  Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('x'), { code }) })

describe('classifyFailure', () => {
  it.each([
    ['EBLOCKED', 'blocked'],
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ECONNREFUSED', 'refused'],
    ['EHOSTUNREACH', 'refused'],
    ['ECONNRESET', 'reset'],
    ['UND_ERR_SOCKET', 'reset'],
    ['EPIPE', 'reset'],
    ['HPE_INVALID_CONSTANT', 'reset'],
    ['Z_DATA_ERROR', 'reset'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['EPROTO', 'tls'],
    ['UND_ERR_HEADERS_OVERFLOW', 'too_large'],
    ['UND_ERR_INVALID_ARG', 'bad_request'],
    ['ERR_INVALID_CHAR', 'bad_request'],
  ])('%s is a failure of kind %s', (code, failure) => {
    expect(classifyFailure(failed(code))).toBe(failure)
  })

  it('knows a deadline by its name', () => {
    expect(classifyFailure(new DOMException('aborted', 'TimeoutError'))).toBe('timeout')
  })

  it('looks into the several attempts of one connection', () => {
    const attempts = new AggregateError([Object.assign(new Error('x'), { code: 'ENETUNREACH' })])
    expect(classifyFailure(new TypeError('fetch failed', { cause: attempts }))).toBe('refused')
  })

  it('answers anything that can be thrown', () => {
    const loop: { cause?: unknown } = {}
    loop.cause = loop
    for (const thrown of [undefined, null, 'text', 5, {}, loop, new Error('ENOTFOUND')])
      expect(classifyFailure(thrown)).toBe('reset')
  })
})
