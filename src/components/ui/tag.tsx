import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const tile = cva(
  'grid size-4.5 shrink-0 place-items-center rounded-tag border text-[11px] leading-none font-semibold',
  {
    variants: {
      look: {
        loud: 'border-transparent bg-env-prod text-env-prod-ink',
        calm: 'border-transparent bg-env-stage text-env-stage-ink',
        quiet: 'border-line-strong text-env-dev-ink',
      },
    },
    defaultVariants: { look: 'calm' },
  },
)

const words = { loud: 'text-ink', calm: 'text-ink-2', quiet: 'text-ink-3' }

interface LetterTagProps extends ComponentProps<'span'>, VariantProps<typeof tile> {
  letter: string
}

/** A letter in a tile and the word it stands for; the louder, the more is at stake. */
export const LetterTag = ({ letter, look, className, children, ...rest }: LetterTagProps) => (
  <span {...rest} className={cn('inline-flex items-center gap-2 text-sm', words[look ?? 'calm'], className)}>
    <span aria-hidden className={tile({ look })}>
      {letter}
    </span>
    {children}
  </span>
)

/** A word with a ground of its own: a role, "this device". */
export const Tag = ({ className, ...rest }: ComponentProps<'span'>) => (
  <span
    {...rest}
    className={cn(
      'bg-env-stage text-env-stage-ink rounded-tag inline-flex h-5 items-center px-1.5 text-xs font-medium',
      className,
    )}
  />
)
