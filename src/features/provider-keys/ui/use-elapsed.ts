import { useEffect, useState } from 'react'

const tickMs = 100

/** Milliseconds since `startedAt`, while it runs. */
export function useElapsed(startedAt: number): number {
  const [now, setNow] = useState(startedAt)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs)
    return () => clearInterval(timer)
  }, [startedAt])
  return Math.max(0, now - startedAt)
}
