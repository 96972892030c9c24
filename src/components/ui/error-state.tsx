import { CircleAlert, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { State } from './state'

interface Props {
  title: string
  /** What happened and whose side it is on. */
  children: ReactNode
  onRetry?: () => void
  /** For whoever reads the logs. */
  requestId?: string
  heading?: 'h1' | 'h2'
  className?: string
}

export const ErrorState = ({ title, children, onRetry, requestId, heading, className }: Props) => (
  <State
    role="alert"
    icon={<CircleAlert />}
    title={title}
    heading={heading}
    className={className}
    action={
      onRetry && (
        <Button onClick={onRetry}>
          <RotateCw />
          Try again
        </Button>
      )
    }
  >
    {children}
    {requestId && (
      <p className="mt-2 text-xs">
        Request <span className="text-code">{requestId}</span>
      </p>
    )}
  </State>
)
