/** Where to go after signing in. Only a path of our own: `//evil` and `/\evil` would leave the site. */
export function safePath(to: string | null | undefined): string {
  if (!to || !/^\/(?![/\\])[^\\\s]*$/.test(to)) return '/'
  return /^\/(sign-in|sign-up|set-up)(?=$|[/?#])/.test(to) ? '/' : to
}
