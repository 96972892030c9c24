import { describe, expect, it } from 'vitest'
import { failureOf, readDigest } from './failure-digest'

describe('what the browser learns of an error on the server', () => {
  it('is its code and the request id', () => {
    const error = failureOf('TOO_MANY_REQUESTS', 'req_01')
    const { digest } = error as Error & { digest?: string }
    expect(digest).toBe('latchkey:TOO_MANY_REQUESTS:req_01')
    expect(readDigest(digest)).toEqual({ code: 'TOO_MANY_REQUESTS', requestId: 'req_01' })
  })

  it.each([undefined, '', '1234567890', 'NEXT_REDIRECT;replace;/sign-in;307;'])(
    'a digest of another kind (%s) counts as our own fault',
    (digest) => {
      expect(readDigest(digest)).toEqual({ code: 'INTERNAL', requestId: undefined })
    },
  )
})
