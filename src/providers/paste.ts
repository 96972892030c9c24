/** One thing that paste hygiene took away, for example `{ field: 'token', what: 'Bearer' }`. */
export interface Removal {
  field: string
  /** Our own word for it; never what was typed. */
  what: string
}
