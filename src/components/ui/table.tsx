import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

export const Table = ({ className, ...rest }: ComponentProps<'table'>) => (
  <table {...rest} className={cn('w-full table-fixed border-separate border-spacing-0 text-sm', className)} />
)

const edges = 'first:pl-gutter last:pr-[calc(var(--gutter)-6px)]'

interface HeadCellProps extends Omit<ComponentProps<'th'>, 'children'> {
  children?: ReactNode
  /** Figures stand at the right. */
  numeric?: boolean
  /** The order in force; undefined where another column is sorted. */
  direction?: 'asc' | 'desc'
  onSort?: () => void
}

export function HeadCell({ children, numeric, direction, onSort, className, ...rest }: HeadCellProps) {
  const Arrow = direction === 'asc' ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"
      aria-sort={direction && (direction === 'asc' ? 'ascending' : 'descending')}
      {...rest}
      className={cn(
        'border-line bg-sunken text-ink-3 sticky top-0 z-1 h-8 border-y px-3 text-left text-xs font-[450] whitespace-nowrap',
        edges,
        numeric && 'text-right',
        className,
      )}
    >
      {onSort ? (
        <button
          type="button"
          onClick={onSort}
          className={cn(
            'hover:text-ink inline-flex cursor-default items-center gap-1',
            direction && 'text-ink font-medium',
          )}
        >
          {children}
          {direction && <Arrow aria-hidden className="size-3.5" />}
        </button>
      ) : (
        children
      )}
    </th>
  )
}

interface RowProps extends ComponentProps<'tr'> {
  selected?: boolean
}

/** `group` lets a cell answer to the row's hover and focus; the ground of glyphs follows the row. */
export const Row = ({ selected, className, ...rest }: RowProps) => (
  <tr
    aria-selected={selected}
    {...rest}
    className={cn(
      'group/row hover:bg-hover hover:[--knock:var(--hover)]',
      selected &&
        'bg-accent-soft hover:bg-accent-soft [--knock:var(--accent-soft)] hover:[--knock:var(--accent-soft)]',
      className,
    )}
  />
)

interface CellProps extends ComponentProps<'td'> {
  numeric?: boolean
}

export const Cell = ({ numeric, className, ...rest }: CellProps) => (
  <td
    {...rest}
    className={cn('border-line h-row truncate border-b px-3', edges, numeric && 'text-right', className)}
  />
)
