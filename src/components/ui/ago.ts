const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "4 min ago", "1 h ago", "5 d ago", then the date. `time` is ISO 8601, `now` milliseconds. */
export function ago(time: string, now: number): string {
  const date = new Date(time)
  const past = now - date.getTime()
  if (past < minute) return 'Just now'
  if (past < hour) return `${Math.floor(past / minute)} min ago`
  if (past < day) return `${Math.floor(past / hour)} h ago`
  if (past < 30 * day) return `${Math.floor(past / day)} d ago`
  const dayAndMonth = `${date.getUTCDate()} ${months[date.getUTCMonth()]}`
  return date.getUTCFullYear() === new Date(now).getUTCFullYear()
    ? dayAndMonth
    : `${dayAndMonth} ${date.getUTCFullYear()}`
}
