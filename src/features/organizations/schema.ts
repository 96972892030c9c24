import { z } from 'zod'
import { roles } from '@/core/actor'
import { organizationName } from './organization-name'
import { isReservedSlug, slugLength, slugPattern } from './slug'

const slug = z
  .string()
  .trim()
  .min(slugLength.min, `At least ${slugLength.min} characters`)
  .max(slugLength.max, `At most ${slugLength.max} characters`)
  .regex(slugPattern, 'Use lower-case letters, digits and single hyphens between them')
  .refine((text) => !isReservedSlug(text), 'This address is reserved; choose another')

const secretMaxAgeDays = z
  .int('Use a whole number of days')
  .min(1, 'At least one day')
  .max(3650, 'At most 3,650 days')

/** `slug` absent: made from the name. */
export const createOrganizationInput = z.strictObject({ name: organizationName, slug: slug.optional() })
export type CreateOrganizationInput = z.infer<typeof createOrganizationInput>

export const updateOrganizationInput = z
  .strictObject({
    organizationId: z.string().min(1).max(64),
    name: organizationName.optional(),
    slug: slug.optional(),
    secretMaxAgeDays: secretMaxAgeDays.optional(),
  })
  .refine(
    ({ name, slug, secretMaxAgeDays }) => [name, slug, secretMaxAgeDays].some((value) => value !== undefined),
    'Nothing to change',
  )
export type UpdateOrganizationInput = z.infer<typeof updateOrganizationInput>

/** An organization as one of its members sees it. */
export const organizationView = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  secretMaxAgeDays: z.int(),
  createdAt: z.string(),
  role: z.enum(roles),
})
export type OrganizationView = z.infer<typeof organizationView>

export const organizationListView = z.object({ items: z.array(organizationView) })
