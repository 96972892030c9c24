import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { api, refusalCode } from '@/trpc/server'
import { failureOf } from './failure-digest'
import { lastOrganizationCookie } from './last-organization-cookie'

/** What a page asks for. Without a session it leads to the sign-in page and back; what is not there is a 404. */
async function ask<T>(question: Promise<T>): Promise<T> {
  try {
    return await question
  } catch (error) {
    const code = refusalCode(error)
    if (code === 'UNAUTHENTICATED') redirect(await signInAddress())
    if (code === 'NOT_FOUND') notFound()
    if (code) throw failureOf(code, (await headers()).get('x-request-id') ?? '')
    throw error
  }
}

/** The same, for a part that the page can do without: null when it could not be had. */
export async function askOrNull<T>(question: Promise<T>): Promise<T | null> {
  try {
    return await question
  } catch (error) {
    if (['UNAUTHENTICATED', 'NOT_FOUND'].includes(refusalCode(error) ?? '')) return ask(Promise.reject(error))
    return null
  }
}

async function signInAddress(): Promise<string> {
  const path = (await headers()).get('x-path')
  return path && path !== '/' ? `/sign-in?to=${encodeURIComponent(path)}` : '/sign-in'
}

export const readAccess = cache(async () => ask((await api()).access.options()))

/** Whoever looks at the page, and where they belong. */
export const readPerson = cache(async () => {
  const caller = await api()
  const [account, { items }] = await ask(Promise.all([caller.account.get(), caller.organizations.list()]))
  return { account, organizations: items }
})

export const findOrganization = cache(async (slug: string) => {
  const { organizations } = await readPerson()
  return organizations.find((each) => each.slug === slug) ?? null
})

/** The organization of an address; to an outsider it does not exist. */
export const readOrganization = cache(async (slug: string) => {
  const organization = await findOrganization(slug)
  if (!organization) notFound()
  return { ...(await readPerson()), organization }
})

/** Where a person left off, else the first organization. */
export async function readHomeOrganization() {
  const { organizations } = await readPerson()
  const slug = (await cookies()).get(lastOrganizationCookie)?.value
  return organizations.find((each) => each.slug === slug) ?? organizations[0]
}
