import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError, errorCodes } from '@/core/errors'
import { toAppError, toTRPCError, transport } from './error-mapping'

const planted = `sk-${'proj'}-${'planted'.repeat(5)}`

const asInputError = (schema: z.ZodType, input: unknown) =>
  toAppError(new TRPCError({ code: 'BAD_REQUEST', cause: schema.safeParse(input).error }))

describe('the mapping of errors', () => {
  it.each(errorCodes)('%s travels with the same HTTP status in the body and on the wire', (code) => {
    expect(getHTTPStatusCodeFromError(toTRPCError(new AppError(code, 'words')))).toBe(
      transport[code].httpStatus,
    )
  })

  it('names the field of a refused input by its whole path', () => {
    const schema = z.object({ options: z.object({ region: z.string('Give a region') }) })
    expect(asInputError(schema, { options: { region: 1 } })).toMatchObject({
      code: 'BAD_REQUEST',
      field: 'options.region',
      message: 'Give a region',
    })
  })

  it('names an unknown field, but does not repeat one that looks like a secret', () => {
    const schema = z.strictObject({ name: z.string() })
    expect(asInputError(schema, { name: 'a', nickname: 'b' }).field).toBe('nickname')
    const refused = asInputError(schema, { name: 'a', [planted]: 'b' })
    expect(JSON.stringify({ ...refused, message: refused.message })).not.toContain('planted')
  })

  it('hands on what a schema suggests', () => {
    const schema = z.string().superRefine((_, context) => {
      context.addIssue({ code: 'custom', message: 'Belongs elsewhere', params: { suggest: 'anthropic' } })
    })
    expect(asInputError(schema, 'x').details).toEqual({ suggest: 'anthropic' })
  })

  it('turns everything else into INTERNAL without its message', () => {
    for (const error of [
      new Error(planted),
      planted,
      new TRPCError({
        code: 'INTERNAL_SERVER_ERROR',
        message: 'Output validation failed',
        cause: new Error(planted),
      }),
    ]) {
      const mapped = toAppError(error)
      expect(mapped.code).toBe('INTERNAL')
      expect(mapped.message).not.toContain('planted')
    }
  })

  it('keeps our own errors as they are, through as many wrappings as tRPC makes', () => {
    const error = new AppError('NAME_TAKEN', 'This name is taken.', { field: 'name' })
    expect(toAppError(toTRPCError(error))).toBe(error)
  })
})
