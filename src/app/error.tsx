'use client'

import { Failed, type FailedProps } from './failed'

export default function ErrorPage(props: FailedProps) {
  return (
    <main className="bg-surface grid min-h-dvh place-items-center">
      <Failed {...props} />
    </main>
  )
}
