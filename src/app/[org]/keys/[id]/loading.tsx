import { Skeleton } from '@/components/ui/skeleton'

const rows = Array.from({ length: 5 }, (_, index) => index)

/** One key as it will stand: path, head, checks. */
export default function KeyLoading() {
  return (
    <div aria-busy="true">
      <span role="status" className="sr-only">
        Loading the key
      </span>
      <div className="px-gutter flex h-11 items-center border-b">
        <Skeleton className="w-40" />
      </div>
      <div className="px-gutter flex items-center gap-4 border-b py-6">
        <Skeleton className="rounded-card size-10" />
        <span className="flex flex-col gap-2">
          <Skeleton className="h-4 w-44" />
          <Skeleton className="w-64" />
        </span>
      </div>
      <div className="px-gutter flex flex-col gap-6 py-6">
        {rows.map((row) => (
          <Skeleton key={row} className="w-full max-w-xl" />
        ))}
      </div>
    </div>
  )
}
