import { z } from 'zod'

/** Apart from the other inputs: set-up asks for it before there is anything to know of providers. */
export const organizationName = z
  .string()
  .trim()
  .min(1, 'Give the organization a name')
  .max(80, 'At most 80 characters')
