import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps, MouseEvent } from 'react'
import { cn } from './cn'
import { VerdictGlyph } from './verdict-glyph'

const buttonLook = cva(
  'relative inline-flex shrink-0 cursor-default select-none items-center justify-center gap-1.5 rounded-control border text-sm font-medium tracking-[-0.003em] whitespace-nowrap transition-[opacity,transform] duration-fast active:translate-y-[0.5px] disabled:opacity-50 aria-disabled:opacity-70 [&_.lucide]:-ml-0.5',
  {
    variants: {
      look: {
        primary: 'border-accent-edge bg-accent text-accent-on shadow-lip hover:bg-accent-hover',
        secondary: 'border-line-strong bg-plate text-ink hover:bg-hover [&_.lucide]:text-ink-3',
        ghost: 'border-transparent text-ink-2 hover:bg-pressed hover:text-ink [&_.lucide]:text-ink-3',
        danger: 'border-invalid-line bg-plate text-invalid hover:bg-invalid-soft',
        destroy: 'border-transparent bg-danger text-danger-on hover:opacity-90',
      },
      size: {
        sm: 'h-7 px-2.5 text-xs max-tablet:h-9',
        md: 'h-control px-3',
        lg: 'h-9 px-3 max-tablet:h-11',
      },
    },
    defaultVariants: { look: 'secondary', size: 'md' },
  },
)

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonLook> {
  /** Lends the look to the one child, for example a link. */
  asChild?: boolean
  /** Words shown while the deed runs. The button keeps its focus and its width in the tab order, but does nothing. */
  busy?: string | false
}

export function Button({
  look,
  size,
  asChild,
  busy,
  className,
  children,
  onClick,
  type,
  ...rest
}: ButtonProps) {
  const classes = cn(buttonLook({ look, size }), className)
  if (asChild)
    return (
      <Slot.Root className={classes} {...rest}>
        {children}
      </Slot.Root>
    )
  const stay = (event: MouseEvent<HTMLButtonElement>) => event.preventDefault()
  return (
    <button
      type={type ?? 'button'}
      className={classes}
      aria-disabled={busy ? true : undefined}
      onClick={busy ? stay : onClick}
      {...rest}
    >
      {busy ? (
        <>
          <VerdictGlyph name="testing" className="size-3.5 text-current" />
          {busy}
        </>
      ) : (
        children
      )}
    </button>
  )
}
