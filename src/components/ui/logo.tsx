import { cn } from './cn'

/** The product's sign. */
export const Logo = ({ className }: { className?: string }) => (
  <span
    aria-hidden
    className={cn('bg-ink text-surface grid size-9 place-items-center rounded-[9px]', className)}
  >
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="size-5"
    >
      <circle cx="7.2" cy="5.7" r="3.3" />
      <path d="M7.2 9v8h7.9M11.6 17v-3" />
    </svg>
  </span>
)
