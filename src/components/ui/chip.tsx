import { X } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

export const chipLook =
  'inline-flex h-chip shrink-0 cursor-default select-none items-center gap-1.5 rounded-control border border-line px-2.5 text-sm whitespace-nowrap text-ink-2 hover:border-line-strong hover:bg-hover data-[state=open]:border-line-strong data-[state=open]:bg-hover [&_.lucide]:size-3.5 [&_.lucide]:text-ink-3'

const applied = 'border-line-strong bg-pressed text-ink-2 hover:bg-pressed'

interface Props extends ComponentProps<'button'> {
  /** Applied: filled. */
  on?: boolean
}

/** A quiet choice in the row under the title. A toggle says so through `on`. */
export function Chip({ on, className, type, ...rest }: Props) {
  return (
    <button
      type={type ?? 'button'}
      aria-pressed={on}
      {...rest}
      className={cn(chipLook, on && applied, className)}
    />
  )
}

interface AppliedProps {
  name: string
  value: ReactNode
  onClear: () => void
  /** The part that opens the choices again. */
  trigger: (look: string, content: ReactNode) => ReactNode
}

/** A filter at work: "Name is value", and a cross that ends it. */
export function AppliedChip({ name, value, onClear, trigger }: AppliedProps) {
  return (
    <span className={cn(chipLook, applied, 'gap-0 p-0')}>
      {trigger(
        'flex h-full max-w-64 cursor-default items-center gap-1.5 rounded-l-control pr-1 pl-2.5',
        <>
          {name} is <b className="text-ink truncate font-medium">{value}</b>
        </>,
      )}
      <button
        type="button"
        aria-label={`Clear ${name.toLowerCase()} filter`}
        onClick={onClear}
        className="rounded-r-control hover:[&_.lucide]:text-ink max-tablet:w-9 grid h-full w-7 cursor-default place-items-center"
      >
        <X />
      </button>
    </span>
  )
}
