const unknownHere = 'Accounts are made by invitation here. An owner of the organization can invite you.'
const linkFirst =
  'An account here has this e-mail. Sign in to it, then link this issuer on your account page.'

/** What a refused sign-in says, by our code or next-auth's. Which part was wrong is never told. */
const words: Record<string, string> = {
  WRONG_CREDENTIALS: 'This e-mail and password do not belong together.',
  BAD_REQUEST: 'This e-mail and password do not belong together.',
  CredentialsSignin: 'This e-mail and password do not belong together.',
  TOO_MANY_REQUESTS: 'Too many tries. Wait a few minutes, then sign in again.',
  FORBIDDEN: unknownHere,
  AccessDenied: unknownHere,
  EMAIL_TAKEN: linkFirst,
  UNAVAILABLE: 'Latchkey is not ready at the moment. Try again shortly.',
  SessionRequired: 'Sign in to go on.',
}

export const signInWords = (code: string): string =>
  (Object.hasOwn(words, code) && words[code]) || 'Signing in did not work. Try again, or choose another way.'
