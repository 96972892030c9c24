import { z } from 'zod'

/**
 * A strict object of options: an unknown one is an issue at its own path, and an empty one is absent, so that it
 * is never sent.
 */
export const optionFields = <S extends z.ZodRawShape>(shape: S) =>
  z
    .record(z.string(), z.unknown())
    .superRefine((options, context) => {
      for (const name of Object.keys(options))
        if (!Object.hasOwn(shape, name))
          context.addIssue({ code: 'custom', path: [name], message: 'There is no such option here' })
    })
    .pipe(z.object(shape))
    .transform(
      (options) =>
        Object.fromEntries(
          Object.entries(options).filter(([, value]) => value !== undefined),
        ) as typeof options,
    )

/** An optional line of text; blank is absent. */
export const optionText = (pattern: RegExp, message: string) =>
  z
    .string(message)
    .trim()
    .refine((text) => text === '' || pattern.test(text), message)
    .transform((text) => text || undefined)
    .optional()

/** For a part of the input that a provider does not have. */
export const absent = (message: string) => z.undefined({ error: message }).optional()
