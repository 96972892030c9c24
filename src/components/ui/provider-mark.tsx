import { Plug } from 'lucide-react'
import { cn } from './cn'
import { providerMarks } from './provider-marks'

interface MarkProps {
  /** A name of `providerMarks`; any other shows a plug. */
  name: string
  className?: string
}

const outlines: Record<string, readonly { d: string; opacity?: number }[] | undefined> = providerMarks

/** A brand's mark in the colour of the text. Decoration: the name stands beside it. */
export function Mark({ name, className }: MarkProps) {
  const paths = Object.hasOwn(providerMarks, name) ? outlines[name] : undefined
  if (!paths) return <Plug aria-hidden className={className} />
  return (
    <svg
      viewBox="0 0 24 24"
      fill="currentColor"
      fillRule="evenodd"
      clipRule="evenodd"
      aria-hidden="true"
      className={cn('size-4 shrink-0', className)}
    >
      {paths.map(({ d, opacity }) => (
        <path key={d} d={d} fillOpacity={opacity} />
      ))}
    </svg>
  )
}

const sizes = {
  md: ['size-7 rounded-tile', 'size-4'],
  lg: ['size-10 rounded-card', 'size-5.5'],
} as const

/** The mark in its tile, as lists and heads show it. */
export function ProviderMark({ name, size = 'md', className }: MarkProps & { size?: keyof typeof sizes }) {
  const [tile, mark] = sizes[size]
  return (
    <span
      className={cn(
        'border-line bg-plate text-ink grid shrink-0 place-items-center border dark:border-white/8',
        tile,
        className,
      )}
    >
      <Mark name={name} className={mark} />
    </span>
  )
}
