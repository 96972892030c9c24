import { signIn } from 'next-auth/react'
import type { Refusal } from '@/components/ui/use-form'
import { signInWords } from './sign-in-words'

/** Null once the session exists. */
export async function signInWithPassword(input: {
  email: string
  password: string
}): Promise<Refusal | null> {
  try {
    const result = await signIn('credentials', { ...input, redirect: false })
    return result?.ok && !result.error ? null : { message: signInWords(result?.error ?? '') }
  } catch {
    return { message: 'No answer from Latchkey. Check the connection, then try again.' }
  }
}

/** Leaves for the issuer, which sends the browser back to `to`. */
export const signInWithIssuer = (id: string, to: string) => signIn(id, { callbackUrl: to })
