'use client'

import { setNonce } from 'get-nonce'
import { ThemeProvider } from 'next-themes'
import dynamic from 'next/dynamic'
import { useState, type ReactNode } from 'react'
import { LiveRegion } from '@/components/ui/live-region'
import { TooltipProvider } from '@/components/ui/tooltip'
import { ApiProvider } from '@/trpc/client'

/* Nothing waits for messages: they load when the page is there. */
const Toaster = dynamic(() => import('@/components/ui/toaster').then(({ Toaster }) => Toaster), {
  ssr: false,
})

interface Props {
  nonce: string | undefined
  children: ReactNode
}

export function Providers({ nonce: first, children }: Props) {
  /* The policy of this document knows the nonce of its first answer; a refresh brings another. */
  const [nonce] = useState(first)
  /* Radix inserts a style to lock scrolling behind a dialog: it takes its nonce from here. */
  if (nonce) setNonce(nonce)
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem nonce={nonce}>
      <ApiProvider>
        <TooltipProvider delayDuration={400}>
          {children}
          <Toaster />
          <LiveRegion />
        </TooltipProvider>
      </ApiProvider>
    </ThemeProvider>
  )
}
