import { cn } from '@/components/ui/cn'
import { Skeleton } from '@/components/ui/skeleton'
import { Table } from '@/components/ui/table'
import { columns } from './key-columns'

/* Unequal, as labels are; fixed, so that nothing moves between two drawings. */
const widths = ['w-24', 'w-32', 'w-20', 'w-28', 'w-36', 'w-26', 'w-30', 'w-22']

const hiddenOf = (name: string) => columns.find((column) => column.name === name)?.hidden
const bars = [
  { bar: 'w-11 laptop:w-21' },
  { bar: 'w-26', hidden: hiddenOf('mask') },
  { bar: 'w-18' },
  { bar: 'w-14', isRight: true },
  { bar: 'w-7', isRight: true, hidden: hiddenOf('age') },
]

/** The true layout, without its content. */
export const KeysSkeleton = () => (
  <div role="status" aria-label="Loading keys">
    <Table aria-hidden className="max-tablet:block max-tablet:border-t">
      <colgroup className="max-tablet:hidden">
        {columns.map(({ name, width, hidden }) => (
          <col key={name} className={cn(width, hidden)} />
        ))}
      </colgroup>
      <tbody className="max-tablet:block">
        {widths.map((width) => (
          <tr
            key={width}
            className="max-tablet:border-line max-tablet:block max-tablet:border-b max-tablet:px-4 max-tablet:py-3"
          >
            <td className="border-line h-row max-tablet:hidden border-b" />
            <td className="border-line h-row max-tablet:block max-tablet:h-18 max-tablet:border-0 max-tablet:px-0 border-b px-3">
              <span className="flex items-center gap-3">
                <Skeleton className="rounded-tile size-7 shrink-0" />
                <span className="grid gap-1.5">
                  <Skeleton className={width} />
                  <Skeleton className="h-2 w-14" />
                </span>
              </span>
            </td>
            {bars.map(({ bar, hidden, isRight }) => (
              <td
                key={bar}
                className={cn(
                  'border-line h-row max-tablet:hidden border-b px-3',
                  hidden,
                  isRight && 'text-right',
                )}
              >
                <Skeleton className={bar} />
              </td>
            ))}
            <td className="border-line h-row max-desktop:hidden border-b pl-6">
              <Skeleton className="w-10" />
            </td>
            <td className="border-line h-row max-tablet:hidden border-b px-3 text-right">
              <Skeleton className="h-4 w-7 rounded-full" />
            </td>
            <td className="border-line h-row max-tablet:hidden border-b" />
          </tr>
        ))}
      </tbody>
    </Table>
  </div>
)
