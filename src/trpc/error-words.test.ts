import { TRPCClientError } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import { errorCodes } from '@/core/errors'
import { errorWords } from './error-words'
import { readFailure } from './failure'

const answer = (message: string, data: Record<string, unknown>) =>
  TRPCClientError.from({ error: { code: -32600, message, data } } as never)

describe('what a failed call says', () => {
  it.each(errorCodes)('%s is told in one calm sentence with a next step', (code) => {
    expect(errorWords[code]).toMatch(/\.$/)
    expect(errorWords[code]).not.toMatch(/please|oops|sorry|!/i)
  })

  it("the server's own sentence is shown, with the field at fault and the request id", () => {
    const failure = readFailure(
      answer('This name is taken.', { code: 'NAME_TAKEN', field: 'name', requestId: 'req_1' }),
    )
    expect(failure).toMatchObject({
      code: 'NAME_TAKEN',
      message: 'This name is taken.',
      field: 'name',
      requestId: 'req_1',
    })
  })

  it('an answer without a sentence is told in ours', () => {
    expect(readFailure(answer('', { code: 'FORBIDDEN' })).message).toBe(errorWords.FORBIDDEN)
  })

  it('a code nobody knows counts as our own fault', () => {
    expect(readFailure(answer('', { code: 'SOMETHING_NEW' })).code).toBe('INTERNAL')
  })

  it('no answer at all is told apart from a refusal', () => {
    expect(readFailure(TRPCClientError.from(new Error('Failed to fetch'))).code).toBe('OFFLINE')
  })

  it('an error of the page itself shows none of its text', () => {
    expect(readFailure(new Error('x is not a function')).message).toBe(errorWords.INTERNAL)
  })
})
