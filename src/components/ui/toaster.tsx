'use client'

import { useTheme } from 'next-themes'
import { Toaster as Sonner } from 'sonner'

const classNames = {
  toast:
    'plane-raised flex min-h-11 w-full items-center gap-3 rounded-card border border-line-strong bg-raised py-1.5 pr-1.5 pl-3.5 text-sm text-ink shadow-float',
  content: 'min-w-0 flex-1',
  title: 'font-normal',
  description: 'text-xs text-ink-3',
  icon: 'grid place-items-center',
  actionButton:
    'ml-auto h-7.5 shrink-0 cursor-default rounded-control border border-line-strong bg-plate px-3 font-medium hover:bg-hover max-tablet:h-9',
}

export function Toaster() {
  const { resolvedTheme } = useTheme()
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-center"
      containerAriaLabel="Messages"
      gap={8}
      style={{ fontFamily: 'var(--font-sans)' }}
      offset={16}
      toastOptions={{ unstyled: true, classNames }}
    />
  )
}
