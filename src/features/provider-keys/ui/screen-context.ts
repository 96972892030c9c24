import { createContext, use } from 'react'
import { can, type Role } from '@/core/actor'
import type { ScreenOrganization } from './screen-props'

export interface Screen {
  organization: ScreenOrganization
  canWrite: boolean
  /** The server's time at rendering, in milliseconds. */
  now: number
  /** Address of the list; a key stands one level below. */
  listPath: string
}

export const ScreenContext = createContext<Screen | null>(null)

export function useScreen(): Screen {
  const screen = use(ScreenContext)
  if (!screen) throw new Error('A part of the keys screens stands outside of them')
  return screen
}

export const mayWrite = (role: Role): boolean => can(role, 'provider-keys:write')

/** Why a control is dead for this role, and who can change that. */
export const whoCanGrant = (organization: ScreenOrganization): string =>
  `Your role can look, not change. An owner or admin of ${organization.name} can.`
