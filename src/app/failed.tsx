'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { ErrorState } from '@/components/ui/error-state'
import { errorWords } from '@/trpc/error-words'
import { readDigest } from './failure-digest'

const words: Record<string, string | undefined> = errorWords

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
  const { code, requestId } = readDigest(error.digest)
  return (
    <>
      <title>Not shown · Latchkey</title>
      <ErrorState heading="h1" title="This page could not be shown" onRetry={retry} requestId={requestId}>
        {words[code] ?? errorWords.INTERNAL}
      </ErrorState>
    </>
  )
}
