import { providerIds } from '@/providers/registry'

/** Words that stand where an organization's slug would stand in an address, now or soon. */
const pageNames = [
  ...[
    'account',
    'activity',
    'admin',
    'api',
    'api-keys',
    'app',
    'assets',
    'audit',
    'audit-log',
    'auth',
    'billing',
  ],
  ...[
    'dashboard',
    'docs',
    'error',
    'favicon',
    'gateway',
    'health',
    'healthz',
    'help',
    'home',
    'icons',
    'images',
  ],
  ...[
    'invitations',
    'invite',
    'join',
    'keys',
    'login',
    'logout',
    'manifest',
    'me',
    'members',
    'metrics',
    'native',
  ],
  ...[
    'new',
    'notifications',
    'organization',
    'organizations',
    'pricing',
    'privacy',
    'profile',
    'projects',
    'public',
  ],
  ...[
    'provider-keys',
    'providers',
    'readyz',
    'register',
    'robots',
    'route',
    'search',
    'set-up',
    'settings',
    'setup',
  ],
  ...[
    'sign-in',
    'sign-out',
    'sign-up',
    'signin',
    'signout',
    'signup',
    'sitemap',
    'static',
    'status',
    'support',
  ],
  ...['terms', 'user', 'users', 'v1', 'v2', 'verify', 'welcome', 'www', 'azure', 'google-vertex', 'custom'],
]
const reserved = new Set<string>([...pageNames, ...providerIds])

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
export const slugLength = { min: 2, max: 40 }

/** Whether a slug would hide a page, an API path or a provider. */
export const isReservedSlug = (slug: string): boolean => reserved.has(slug)

/** A slug for a name: letters without marks, digits, single hyphens. Never reserved, never too short. */
export function suggestSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, slugLength.max - '-team'.length)
    .replace(/^-+|-+$/g, '')
  if (plain === '') return 'my-team'
  return plain.length < slugLength.min || isReservedSlug(plain) ? `${plain}-team` : plain
}
