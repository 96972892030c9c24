'use client'

import {
  Copy,
  Ellipsis,
  KeyRound,
  Pencil,
  Power,
  PowerOff,
  RefreshCw,
  SquareArrowOutUpRight,
  Trash2,
} from 'lucide-react'
import Link from 'next/link'
import { announce } from '@/components/ui/live-region'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import type { ProviderKeyView } from '../schema'
import { useKeyActions } from './key-actions'
import { useScreen } from './screen-context'

interface Props {
  providerKey: ProviderKeyView
  className?: string
  /** On the key's own page some of it stands outside of the menu. */
  isOwnPage?: boolean
}

export function KeyMenu({ providerKey, className, isOwnPage }: Props) {
  const { canWrite, listPath } = useScreen()
  const actions = useKeyActions()
  const isOn = providerKey.status === 'active'
  const copy = () => void navigator.clipboard.writeText(providerKey.id).then(() => announce('Copied the id'))
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton bare label={`Menu of ${providerKey.label}`} className={className}>
          <Ellipsis />
        </IconButton>
      </MenuTrigger>
      <MenuContent align="end">
        {!isOwnPage && (
          <MenuItem asChild>
            <Link href={`${listPath}/${providerKey.id}`}>
              <SquareArrowOutUpRight />
              Open
            </Link>
          </MenuItem>
        )}
        {canWrite && !isOwnPage && (
          <MenuItem icon={<RefreshCw />} shortcut="T" onSelect={() => actions.test(providerKey)}>
            Test again
          </MenuItem>
        )}
        {canWrite && (
          <MenuItem icon={<Pencil />} shortcut="E" onSelect={() => actions.edit(providerKey)}>
            Edit
          </MenuItem>
        )}
        {canWrite && !isOwnPage && (
          <MenuItem icon={<KeyRound />} onSelect={() => actions.replaceSecret(providerKey)}>
            Replace secret
          </MenuItem>
        )}
        <MenuItem icon={<Copy />} onSelect={copy}>
          Copy id
        </MenuItem>
        {canWrite && (
          <>
            <MenuSeparator />
            {!isOwnPage && (
              <MenuItem
                icon={isOn ? <PowerOff /> : <Power />}
                onSelect={() => actions.switchTo(providerKey, !isOn)}
              >
                {isOn ? 'Deactivate' : 'Activate'}
              </MenuItem>
            )}
            <MenuItem risk icon={<Trash2 />} onSelect={() => actions.remove(providerKey)}>
              Delete
            </MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
  )
}
