import { z } from 'zod'
import { providerIds, providers } from '@/providers/registry'
import { personProcedure } from './procedures'
import { router } from './trpc'

const field = z.object({
  path: z.string(),
  label: z.string(),
  secret: z.boolean(),
  required: z.boolean(),
  kind: z.enum(['text', 'password', 'multiline', 'select', 'headers']),
  placeholder: z.string().optional(),
  hint: z.string().optional(),
  choices: z
    .array(z.object({ value: z.string(), label: z.string() }))
    .readonly()
    .optional(),
  variant: z.string().optional(),
})

const providerView = z.object({
  id: z.enum(providerIds),
  name: z.string(),
  docsUrl: z.string(),
  keysUrl: z.string(),
  revokeUrl: z.string(),
  statusUrl: z.string(),
  testedBeforeSaving: z.boolean(),
  variants: z
    .array(z.object({ id: z.string(), label: z.string() }))
    .readonly()
    .optional(),
  fields: z.array(field).readonly(),
})

/** What programs need to draw a form for a provider; pages read the registry itself. */
export const providersRouter = router({
  list: personProcedure
    .output(z.object({ items: z.array(providerView) }))
    .query(() => ({ items: providerIds.map((id) => ({ ...providers[id], id })) })),
})
