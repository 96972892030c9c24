import { useEffect, useState, type RefObject } from 'react'

/** How far beyond the edge a part is still drawn. */
const marginPx = 1200

function scrollParent(element: Element): Element | null {
  for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement)
    if (/(auto|scroll)/.test(getComputedStyle(parent).overflowY)) return parent
  return null
}

/**
 * Whether a part of a long list is near the window; when it is not, the height it had. A part that holds the focus
 * counts as near, so that the keyboard never loses its place.
 */
export function useNearby(
  ref: RefObject<HTMLElement | null>,
  isWatched: boolean,
): { isNear: boolean; height: number } {
  const [place, setPlace] = useState({ isNear: true, height: 0 })
  useEffect(() => {
    const element = ref.current
    if (!element || !isWatched) return
    const observer = new IntersectionObserver(
      (entries) => {
        const isNear = Boolean(entries.at(-1)?.isIntersecting) || element.contains(document.activeElement)
        setPlace((before) => ({ isNear, height: before.isNear ? element.offsetHeight : before.height }))
      },
      { root: scrollParent(element), rootMargin: `${marginPx}px 0px` },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref, isWatched])
  return isWatched ? place : { isNear: true, height: 0 }
}
