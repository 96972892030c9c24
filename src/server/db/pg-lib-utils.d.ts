declare module 'pg/lib/utils' {
  /** A JavaScript value in the text form in which `pg` sends it. */
  export function prepareValue(value: unknown): string | Buffer | null
}
