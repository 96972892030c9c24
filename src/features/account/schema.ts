import { z } from 'zod'
import { organizationName } from '@/features/organizations/organization-name'

export const passwordLength = { min: 12, max: 256 }
/** Deeds that "signing in again" opens stay open for so long. */
export const freshSignInMs = 10 * 60_000

export const email = z
  .string()
  .trim()
  .max(254, 'At most 254 characters')
  .toLowerCase()
  .pipe(z.email('Use an e-mail address such as ada@example.com'))
const personName = z.string().trim().min(1, 'Say how you are called').max(80, 'At most 80 characters')

const newPassword = z
  .string()
  .min(passwordLength.min, `Use at least ${passwordLength.min} characters; a few words make a good password`)
  .max(passwordLength.max, `At most ${passwordLength.max} characters`)
  .refine((text) => new Set(text).size > 4, 'Use more than four different characters')
/** A password to compare: any text that could have been set. */
const knownPassword = z.string().min(1, 'Type your password').max(passwordLength.max, 'This is too long')

/** What the sign-in form asks for; next-auth's own endpoint takes it. */
export const signInInput = z.strictObject({ email, password: knownPassword })

export const accountView = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  hasPassword: z.boolean(),
  /** Other ways to sign in that this installation offers. */
  methods: z.array(z.object({ id: z.string(), name: z.string(), linkedAt: z.string().nullable() })),
  createdAt: z.string(),
})
export type AccountView = z.infer<typeof accountView>

export const updateAccountInput = z.strictObject({ name: personName })
export type UpdateAccountInput = z.infer<typeof updateAccountInput>

/** `currentPassword` may be left out by people who have none yet and signed in within ten minutes. */
export const changePasswordInput = z.strictObject({ currentPassword: knownPassword.optional(), newPassword })
export type ChangePasswordInput = z.infer<typeof changePasswordInput>

const sessionView = z.object({
  id: z.string(),
  /** `password`, or the id of the issuer. */
  method: z.string(),
  address: z.string(),
  userAgent: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  current: z.boolean(),
})
export const sessionListView = z.object({ items: z.array(sessionView) })
export const revokeSessionInput = z.strictObject({ id: z.string().min(1).max(64) })
export const revokedView = z.object({ revoked: z.int() })

/** Opens the way to link an issuer to the account: then sign in there within ten minutes. */
export const startLinkingInput = z.strictObject({
  method: z.string().min(1).max(40),
  password: knownPassword.optional(),
})
export type StartLinkingInput = z.infer<typeof startLinkingInput>
export const startLinkingView = z.object({ method: z.string(), expiresAt: z.string() })

/** What a visitor may know before signing in. */
export const accessOptionsView = z.object({
  setUp: z.object({ needed: z.boolean(), tokenNeeded: z.boolean() }),
  /** `password` and the configured issuers, in the order to show them. */
  methods: z.array(z.object({ id: z.string(), name: z.string() })),
  signUp: z.object({
    mode: z.enum(['invite', 'domain', 'open']),
    /** Whether a visitor may make an account with a password; otherwise only through an issuer, or not at all. */
    withPassword: z.boolean(),
  }),
})
export type AccessOptionsView = z.infer<typeof accessOptionsView>

/** The first owner and organization. `token` is printed by the server at its start; not needed on the same machine. */
export const setUpInput = z.strictObject({
  token: z.string().trim().max(100).optional(),
  name: personName,
  email,
  password: newPassword,
  organizationName,
})
export type SetUpInput = z.infer<typeof setUpInput>
export const setUpView = z.object({ organizationId: z.string(), slug: z.string() })

export const signUpInput = z.strictObject({ name: personName, email, password: newPassword })
export type SignUpInput = z.infer<typeof signUpInput>
export const signUpView = z.object({ email: z.string() })
