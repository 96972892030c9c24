import type { Refusal } from '@/components/ui/use-form'
import { signInWords } from './sign-in-words'

/** Loaded when somebody signs in, not with every page. */
const loadNextAuth = () => import('next-auth/react')

/** Null once the session exists. */
export async function signInWithPassword(input: {
  email: string
  password: string
}): Promise<Refusal | null> {
  try {
    const { signIn } = await loadNextAuth()
    const result = await signIn('credentials', { ...input, redirect: false })
    return result?.ok && !result.error ? null : { message: signInWords(result?.error ?? '') }
  } catch {
    return { message: 'No answer from Latchkey. Check the connection, then try again.' }
  }
}

/** Leaves for the issuer, which sends the browser back to `to`. */
export async function signInWithIssuer(id: string, to: string): Promise<void> {
  const { signIn } = await loadNextAuth()
  await signIn(id, { callbackUrl: to })
}
