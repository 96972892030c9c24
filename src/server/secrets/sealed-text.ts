/** Splits `v1.<masterKeyId>.<part>…`; null unless it is exactly what `printParts` would have written. */
export function parseParts(text: string, count: number): { masterKeyId: string; parts: Buffer[] } | null {
  const [version, masterKeyId, ...encoded] = text.split('.')
  if (version !== 'v1' || masterKeyId === undefined || encoded.length !== count) return null
  const parts = encoded.map((part) => Buffer.from(part, 'base64url'))
  // Node skips foreign characters and spare bits: without this, many texts would stand for one.
  return printParts(masterKeyId, parts) === text ? { masterKeyId, parts } : null
}

export const printParts = (masterKeyId: string, parts: readonly Buffer[]): string =>
  ['v1', masterKeyId, ...parts.map((part) => part.toString('base64url'))].join('.')
