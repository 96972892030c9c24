/** The address to go to after signing in, if it is ours: any other would lend our name to a stranger's page. */
export function sameOriginUrl(url: string, baseUrl: string): string {
  if (!URL.canParse(url, baseUrl)) return baseUrl
  const target = new URL(url, baseUrl)
  return target.origin === new URL(baseUrl).origin ? target.href : baseUrl
}
