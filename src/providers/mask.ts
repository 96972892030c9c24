/**
 * Shows a secret as its public prefix, an ellipsis and its last four characters. Whatever its length, the mask
 * looks the same; the four are shown only where they are at most a quarter of what follows the prefix, otherwise
 * nothing is.
 */
export function maskSecret(secret: string, publicPrefix?: RegExp): string {
  const prefix = publicPrefix?.exec(secret)?.[0] ?? ''
  const rest = secret.slice(prefix.length)
  return rest.length < 16 ? '…' : `${prefix}…${rest.slice(-4)}`
}
