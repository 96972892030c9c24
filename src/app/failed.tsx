'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { ErrorState } from '@/components/ui/error-state'

export interface FailedProps {
  error: Error & { digest?: string }
  reset: () => void
}

/** A page that could not be drawn. The error's own text is not shown: it is written for logs. */
export function Failed({ error, reset }: FailedProps) {
  const router = useRouter()
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <ErrorState title="This page could not be shown" onRetry={retry} requestId={error.digest}>
      Something went wrong on our side. Nothing was changed.
    </ErrorState>
  )
}
