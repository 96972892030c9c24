'use client'

import { useEffect } from 'react'
import { lastOrganizationCookie } from './last-organization-cookie'

const yearSeconds = 365 * 24 * 3600

export function RememberOrganization({ slug }: { slug: string }) {
  useEffect(() => {
    document.cookie = `${lastOrganizationCookie}=${slug}; path=/; max-age=${yearSeconds}; samesite=lax`
  }, [slug])
  return null
}
