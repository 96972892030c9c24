import { ClockAlert } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import { Tooltip } from '@/components/ui/tooltip'
import { useScreen } from './screen-context'
import { ageDays, isPastAge } from './time-words'

/** Days since the secret was last replaced; amber, with a sign, past what the organization allows. */
export function SecretAge({ since, className }: { since: string; className?: string }) {
  const { now, organization } = useScreen()
  const days = ageDays(since, now)
  if (!isPastAge(since, now, organization.secretMaxAgeDays))
    return <span className={cn('text-ink-2 whitespace-nowrap', className)}>{days} d</span>
  const limit = `Older than the ${organization.secretMaxAgeDays} days allowed here. Replace the secret.`
  return (
    <Tooltip text={limit}>
      <span
        className={cn(
          'text-limited inline-flex items-center gap-1.5 align-middle font-medium whitespace-nowrap',
          className,
        )}
      >
        <ClockAlert aria-hidden className="size-3.5" />
        {days} d<span className="sr-only">, {limit}</span>
      </span>
    </Tooltip>
  )
}
