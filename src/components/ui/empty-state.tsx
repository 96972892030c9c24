import { Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import { State } from './state'

interface Props {
  title: string
  children: ReactNode
  icon?: ReactNode
  action?: ReactNode
  heading?: 'h1' | 'h2'
}

export const EmptyState = ({ icon = <Inbox />, ...rest }: Props) => <State icon={icon} {...rest} />
