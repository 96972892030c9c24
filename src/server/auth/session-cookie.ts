/** next-auth's name for the session cookie; the prefix makes browsers refuse it over plain http. */
export const sessionCookieName = (appUrl: string): string =>
  `${appUrl.startsWith('https://') ? '__Secure-' : ''}next-auth.session-token`

/** The session token in a `Cookie` header; next-auth splits a long one over `.0`, `.1`, …. */
export function readSessionCookie(header: string | undefined, appUrl: string): string | null {
  if (!header) return null
  const name = sessionCookieName(appUrl)
  const chunks: [number, string][] = []
  for (const pair of header.split(';')) {
    const [key = '', value = ''] = splitOnce(pair.trim(), '=')
    if (key === name) return value
    const suffix = key.startsWith(`${name}.`) ? key.slice(name.length + 1) : ''
    if (/^\d{1,2}$/.test(suffix)) chunks.push([Number(suffix), value])
  }
  if (chunks.length === 0) return null
  return chunks
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value)
    .join('')
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)]
}
