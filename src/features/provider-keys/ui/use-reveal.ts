import { useEffect, useState } from 'react'

const stepMs = 120

/** Counts from 0 to `steps`, one every 120 ms; at once for those who asked for less motion. */
export function useReveal(steps: number, what: unknown): number {
  const [shown, setShown] = useState<{ what: unknown; count: number }>({ what: null, count: 0 })
  const count = shown.what === what ? shown.count : isStill() ? steps : 0
  useEffect(() => {
    if (count >= steps) return
    const timer = setTimeout(() => setShown({ what, count: count + 1 }), stepMs)
    return () => clearTimeout(timer)
  }, [count, steps, what])
  return count
}

const isStill = () =>
  typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches
