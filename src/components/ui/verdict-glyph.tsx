import type { ReactNode } from 'react'
import { cn } from './cn'

/* Each outcome has a shape of its own, so that none is told by colour alone. The cut-out sign takes the colour of the
   ground, `--knock`. */
const shapes = {
  valid: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path d="m5 8.2 2.1 2 3.9-4.4" stroke="var(--knock)" strokeWidth="1.6" />
    </>
  ),
  limited: (
    <>
      <circle cx="8" cy="8" r="5.7" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 2v12A6 6 0 0 0 8 2Z" fill="currentColor" />
    </>
  ),
  invalid: (
    <>
      <path
        d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5Z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.2"
      />
      <path d="m6 6 4 4m0-4-4 4" stroke="var(--knock)" strokeWidth="1.6" />
    </>
  ),
  unreachable: (
    <>
      <path
        d="M4.5 13.4a3.5 3.5 0 0 1-.7-6.93 4.5 4.5 0 0 1 8.6.7 3.15 3.15 0 0 1-.5 6.23Z"
        fill="currentColor"
      />
      <path d="m1.7 2.3 12.4 12.2" stroke="var(--knock)" strokeWidth="3.4" strokeLinecap="butt" />
      <path d="m2.4 3 10.9 10.6" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  inconclusive: (
    <>
      <path d="M8 1.7 14.3 8 8 14.3 1.7 8Z" fill="currentColor" stroke="currentColor" strokeWidth="1.4" />
      <path d="M6.5 6.6a1.5 1.5 0 1 1 2.3 1.3c-.5.3-.8.5-.8 1" stroke="var(--knock)" strokeWidth="1.4" />
      <circle cx="8" cy="10.9" r=".85" fill="var(--knock)" />
    </>
  ),
  untested: (
    <circle
      cx="8"
      cy="8"
      r="5.7"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.4 2.077"
      strokeLinecap="butt"
    />
  ),
  testing: (
    <g className="animate-turn origin-center">
      <circle cx="8" cy="8" r="5.7" stroke="currentColor" strokeWidth="1.6" opacity="0.3" />
      <path d="M8 2.3A5.7 5.7 0 0 1 13.7 8" stroke="currentColor" strokeWidth="1.6" />
    </g>
  ),
} satisfies Record<string, ReactNode>

const inks = {
  valid: 'text-valid-mark',
  limited: 'text-limited-mark',
  invalid: 'text-invalid-mark',
  unreachable: 'text-unreachable-mark',
  inconclusive: 'text-inconclusive-mark',
  untested: 'text-untested-mark',
  testing: 'text-ink-3',
} satisfies Record<keyof typeof shapes, string>

export type GlyphName = keyof typeof shapes

/** Decoration beside the word of the verdict, never instead of it. */
export function VerdictGlyph({ name, className }: { name: GlyphName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cn('size-4 shrink-0', inks[name], className)}
    >
      {shapes[name]}
    </svg>
  )
}
