import type { SignInDoors } from '@/server/auth/sign-in-doors'
import { endSession } from './end-session'
import { signInWithIssuer } from './sign-in-with-issuer'
import { signInWithPassword } from './sign-in-with-password'
import { startSession } from './start-session'

/** This slice's part of signing in, for `server/app` to hand to the wiring. */
export const signInDoors: SignInDoors = {
  withPassword: signInWithPassword,
  withIssuer: signInWithIssuer,
  startSession,
  endSession,
}
