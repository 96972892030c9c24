/** The origin in its one spelling, or null when the text is anything but an http(s) origin. */
export function parseOrigin(text: string): string | null {
  if (!/^https?:\/\/[^/?#@\s\\*{}]+\/?$/i.test(text) || !URL.canParse(text)) return null
  return new URL(text).origin
}
