/** Ends the start: its message is the one sentence that the operator reads, and says what to do. No secrets. */
export class StartError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'StartError'
  }
}
