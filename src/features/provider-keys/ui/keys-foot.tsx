'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { countWords, keyCount } from './key-sentence'
import type { useKeys } from './use-keys'

/** How many are shown, and the next page: by itself when the end comes near, by the button otherwise. */
export function KeysFoot({ keys }: { keys: ReturnType<typeof useKeys> }) {
  const { pages, total, hasMore, isLoadingMore, isOutdated, failure, loadMore } = keys
  const end = useRef<HTMLDivElement>(null)
  const shown = pages?.reduce((sum, page) => sum + page.length, 0) ?? 0
  const isReady = hasMore && !isLoadingMore && !isOutdated && failure === null
  const load = useRef(loadMore)
  useEffect(() => {
    load.current = loadMore
  })
  useEffect(() => {
    const element = end.current
    if (!element || !isReady) return
    const observer = new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting && load.current(), {
      rootMargin: '600px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [isReady, shown])
  return (
    <div
      ref={end}
      className="text-ink-3 px-gutter max-tablet:pb-20 flex min-h-11 items-center gap-3 py-2 text-xs"
    >
      <span>{hasMore ? `${countWords(shown)} of ${keyCount(total)}` : keyCount(total)}</span>
      {hasMore && (
        <Button size="sm" busy={isLoadingMore && 'Loading'} onClick={loadMore}>
          Load more
        </Button>
      )}
      {failure && shown > 0 && <span role="status">{failure.message}</span>}
    </div>
  )
}
