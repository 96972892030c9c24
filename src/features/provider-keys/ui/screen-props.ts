import type { z } from 'zod'
import type { Role } from '@/core/actor'
import type { detailView, listView } from '../schema'

export type KeyList = z.infer<typeof listView>
export type KeyDetail = z.infer<typeof detailView>

export interface ScreenOrganization {
  id: string
  name: string
  /** Days after which a secret counts as old; null: no policy. */
  secretMaxAgeDays: number | null
}

interface ScreenProps {
  organization: ScreenOrganization
  role: Role
  /** The server's time at rendering, ISO 8601: browser and server then say the same. */
  now: string
}

export interface KeysScreenProps extends ScreenProps {
  /** First page of `listQuery(loadListState(searchParams), organization.id)`, or null when it could not be had. */
  initial: KeyList | null
}

export interface KeyScreenProps extends ScreenProps {
  keyId: string
  /** Null when it could not be had; a key that does not exist is the route's not-found page. */
  initial: KeyDetail | null
}
