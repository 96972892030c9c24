import { cn } from './cn'

const initials = (name: string) => {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase()
}

/** A person by initials; decoration beside the name. */
export const Avatar = ({ name, className }: { name: string; className?: string }) => (
  <span
    aria-hidden
    className={cn(
      'border-line-strong bg-pressed text-ink-2 grid size-6 shrink-0 place-items-center rounded-full border text-[10px] leading-none font-semibold',
      className,
    )}
  >
    {initials(name)}
  </span>
)
