import { PageHead } from '@/components/ui/page-head'
import { Skeleton } from '@/components/ui/skeleton'

const rows = Array.from({ length: 10 }, (_, index) => index)

/** The list as it will stand: title, chips, rows. */
export default function KeysLoading() {
  return (
    <div aria-busy="true">
      <span role="status" className="sr-only">
        Loading the keys
      </span>
      <PageHead title="Provider keys">
        <Skeleton className="w-56" />
      </PageHead>
      <div className="px-gutter flex gap-1.5 pb-3">
        {['w-58', 'w-28', 'w-24', 'w-28', 'w-24'].map((width, index) => (
          <Skeleton key={index} className={`h-chip rounded-control ${width} max-tablet:nth-[n+4]:hidden`} />
        ))}
      </div>
      <div className="bg-sunken max-tablet:hidden h-8 border-y" />
      {rows.map((row) => (
        <div key={row} className="px-gutter max-tablet:h-30 flex h-11 items-center gap-3 border-b">
          <Skeleton className="tablet:ml-10 rounded-tile size-7" />
          <span className="flex w-36 flex-col gap-1.5">
            <Skeleton className="w-28" />
            <Skeleton className="h-2 w-16" />
          </span>
          <Skeleton className="max-tablet:hidden w-20" />
          <Skeleton className="max-tablet:hidden w-32" />
          <Skeleton className="max-laptop:hidden ml-8 w-24" />
          <Skeleton className="ml-auto h-4 w-7 rounded-full" />
        </div>
      ))}
    </div>
  )
}
