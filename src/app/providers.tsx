'use client'

import { setNonce } from 'get-nonce'
import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { LiveRegion } from '@/components/ui/live-region'
import { Toaster } from '@/components/ui/toaster'
import { TooltipProvider } from '@/components/ui/tooltip'
import { ApiProvider } from '@/trpc/client'

interface Props {
  nonce: string | undefined
  children: ReactNode
}

export function Providers({ nonce, children }: Props) {
  /* Radix inserts a style to lock scrolling behind a dialog: it takes its nonce from here. */
  if (nonce) setNonce(nonce)
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem nonce={nonce}>
      <NuqsAdapter>
        <ApiProvider>
          <TooltipProvider delayDuration={400}>
            {children}
            <Toaster />
            <LiveRegion />
          </TooltipProvider>
        </ApiProvider>
      </NuqsAdapter>
    </ThemeProvider>
  )
}
