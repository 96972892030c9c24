'use client'

import { PageHead } from '@/components/ui/page-head'
import type { AccountView } from '../schema'
import { MethodsSection } from './methods-section'
import { PasswordSection } from './password-section'
import { ProfileSection } from './profile-section'
import { SessionsSection } from './sessions-section'
import { useAccount } from './use-account'

export function AccountScreen({ initial }: { initial: AccountView }) {
  const { account, update, changePassword } = useAccount(initial)
  return (
    <>
      <PageHead title="Account">{account.email}</PageHead>
      <ProfileSection key={account.name} account={account} onSave={update} />
      <PasswordSection
        key={String(account.hasPassword)}
        email={account.email}
        hasPassword={account.hasPassword}
        onChange={changePassword}
      />
      <MethodsSection account={account} />
      <SessionsSection methods={account.methods} />
    </>
  )
}
