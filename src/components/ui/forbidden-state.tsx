import { LockKeyhole } from 'lucide-react'
import type { ReactNode } from 'react'
import { State } from './state'

interface Props {
  title: string
  /** Who can grant it. */
  children: ReactNode
  action?: ReactNode
}

export const ForbiddenState = (props: Props) => <State icon={<LockKeyhole />} {...props} />
