import { KeyRound, Settings } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Frame, type NavItem } from '@/components/ui/frame'
import { Logo } from '@/components/ui/logo'
import type { AccountView } from '@/features/account/schema'
import { PersonMenu } from '@/features/account/ui/person-menu'
import { SignInAgain } from '@/features/account/ui/sign-in-again'
import type { OrganizationView } from '@/features/organizations/schema'
import { OrganizationSwitcher } from '@/features/organizations/ui/organization-switcher'
import { roleWords } from '@/features/organizations/ui/permission-words'

interface Props {
  account: AccountView
  organizations: OrganizationView[]
  /** Whose pages the rail leads to; absent for a person who belongs nowhere yet. */
  organization: OrganizationView | undefined
  children: ReactNode
}

const items = (slug: string): NavItem[] => [
  { href: `/${slug}/keys`, label: 'Provider keys', icon: <KeyRound aria-hidden /> },
  { href: `/${slug}/settings`, label: 'Settings', icon: <Settings aria-hidden /> },
]

const HomeLink = () => (
  <Link href="/" aria-label="Latchkey" className="flex h-10 items-center px-2">
    <Logo className="rounded-control size-6 [&_svg]:size-3.5" />
  </Link>
)

export function ProductFrame({ account, organizations, organization, children }: Props) {
  const note = organization ? roleWords[organization.role] : account.email
  return (
    <Frame
      switcher={
        organization ? (
          <OrganizationSwitcher organizations={organizations} current={organization} />
        ) : (
          <HomeLink />
        )
      }
      items={organization ? items(organization.slug) : []}
      elsewhere="Account"
      person={<PersonMenu account={account} note={note} />}
      avatar={<PersonMenu account={account} note={note} compact />}
    >
      {children}
      <SignInAgain person={account} />
    </Frame>
  )
}
