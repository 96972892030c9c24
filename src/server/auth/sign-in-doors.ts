import type { RequestFacts } from '@/server/api/context'
import type { Deps } from '@/server/deps'

/** Who came in, and how. */
export interface SignedIn {
  userId: string
  /** `password`, or the id of the issuer. */
  method: string
  /** Set when an issuer was only linked to an account whose session goes on. */
  sessionId?: string
}

/** What an issuer says of a person. */
export interface IssuerProfile {
  issuer: string
  /** The person's id at the issuer. */
  subject: string
  email: string | null
  isEmailVerified: boolean
  name: string | null
}

/** The account slice's part of signing in, handed to the wiring. Refusals are AppErrors. */
export interface SignInDoors {
  withPassword(deps: Deps, input: { email: string; password: string }, facts: RequestFacts): Promise<SignedIn>
  withIssuer(deps: Deps, profile: IssuerProfile, facts: RequestFacts): Promise<SignedIn>
  startSession(deps: Deps, signedIn: SignedIn, facts: RequestFacts): Promise<string>
  endSession(deps: Deps, session: { userId: string; sessionId: string }, facts: RequestFacts): Promise<void>
}
