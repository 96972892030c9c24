import { VerdictGlyph, type GlyphName } from './verdict-glyph'
import type { ReactNode } from 'react'

interface Options {
  /** A second, quieter line. */
  detail?: string
  /** A glyph before the text, or an icon of one's own. */
  glyph?: GlyphName
  icon?: ReactNode
  /** One deed, for example Undo. */
  action?: { label: string; onClick: () => void }
  /** The same id replaces the message instead of stacking another. */
  id?: string
  /** Long enough to act on: 5 s, 8 s with an action. */
  durationMs?: number
}

/** A short message at the edge of the page. It is read out, and goes away by itself. */
export function toast(text: string, { detail, glyph, icon, action, id, durationMs }: Options = {}): void {
  /* The library is loaded after the page, together with `Toaster`. */
  void import('sonner').then(({ toast: show }) =>
    show(text, {
      id,
      description: detail,
      icon: icon ?? (glyph && <VerdictGlyph name={glyph} />),
      action,
      duration: durationMs ?? (action ? 8000 : 5000),
    }),
  )
}
