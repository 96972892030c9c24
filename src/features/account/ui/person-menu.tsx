'use client'

import { ChevronsUpDown, LogOut, UserRound } from 'lucide-react'
import Link from 'next/link'
import { Avatar } from '@/components/ui/avatar'
import { cn } from '@/components/ui/cn'
import { foldedLook } from '@/components/ui/frame'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import type { AccountView } from '../schema'
import { ThemeChoice } from './theme-choice'
import { leave } from './use-sign-out'

interface Props {
  account: AccountView
  /** Second line: the role here, or the e-mail. */
  note: string
  /** As a single round button, where there is no room for the name. */
  compact?: boolean
}

export function PersonMenu({ account, note, compact }: Props) {
  return (
    <Menu>
      <MenuTrigger
        aria-label={compact ? `Account of ${account.name}` : undefined}
        className={cn(
          'rounded-control hover:bg-pressed data-[state=open]:bg-pressed flex cursor-default items-center gap-2.5 text-left text-sm',
          compact
            ? 'size-touch justify-center'
            : 'in-data-[rail=folding]:max-desktop:justify-center w-full p-2',
        )}
      >
        <Avatar name={account.name} className={compact ? 'size-7' : undefined} />
        {!compact && (
          <>
            <span className={cn('min-w-0 flex-1 leading-4', foldedLook)}>
              <span className="block truncate font-[550]">{account.name}</span>
              <span className="text-ink-3 block truncate text-xs">{note}</span>
            </span>
            <ChevronsUpDown aria-hidden className="text-ink-3 in-data-[rail=folding]:max-desktop:hidden" />
          </>
        )}
      </MenuTrigger>
      <MenuContent align={compact ? 'end' : 'start'} side={compact ? 'bottom' : 'top'}>
        <p className="text-ink-3 max-w-60 truncate px-2 pt-1.5 pb-1 text-xs">{account.email}</p>
        <MenuItem asChild>
          <Link href="/account">
            <UserRound />
            Account
          </Link>
        </MenuItem>
        <MenuSeparator />
        <ThemeChoice />
        <MenuSeparator />
        <MenuItem icon={<LogOut />} onSelect={() => void leave()}>
          Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
