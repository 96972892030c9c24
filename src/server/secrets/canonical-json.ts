export type Json =
  string | number | boolean | null | undefined | readonly Json[] | { readonly [name: string]: Json }

/**
 * One text for one value: names sorted by UTF-16 code units, absent members left out, no spaces. Seals and hashes
 * are made over it, so its form must never change.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((each: Json) => canonicalJson(each ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`
}
