export interface DescribedError {
  name: string
  code?: string
  at: string[]
}

/** Platform and database exceptions quote what they were given, and that may be a secret: kind, code and place only. */
export function describeError(error: unknown): DescribedError {
  const code = codeOf(error)
  if (!(error instanceof Error)) return { name: typeof error, code, at: [] }
  return { name: error.name, code, at: framesOf(error) }
}

function codeOf(error: unknown): string | undefined {
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? code : undefined
}

/** A stack begins with the message, whose own lines may look like frames: what stands before its end is left out. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = message === '' ? -1 : stack.indexOf(message)
  const frames = start < 0 ? stack : stack.slice(start + message.length)
  return frames
    .split('\n')
    .filter((line) => /^\s+at .*(:\d+:\d+|<anonymous>|native)\)?$/.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
}
