'use client'

import { createContext, use, useState, type ReactNode } from 'react'

/** Where menus and tooltips are put: inside a landmark or dialog, so that a screen reader knows where they belong. */
export const FloatingContext = createContext<HTMLElement | null>(null)

export const useFloatingRoot = (): HTMLElement | undefined => use(FloatingContext) ?? undefined

export function FloatingRoot({ children }: { children: ReactNode }) {
  const [root, setRoot] = useState<HTMLElement | null>(null)
  return (
    <FloatingContext value={root}>
      {children}
      <div ref={setRoot} />
    </FloatingContext>
  )
}
