/** By a full load: nothing of the person who left stays in the page's memory. */
const afterwards = '/sign-in?signed-out=1'

/** Ends this session on the server, too, and leaves for the sign-in page. */
export async function leave(): Promise<void> {
  await import('next-auth/react').then(({ signOut }) => signOut({ redirect: false })).catch(() => undefined)
  window.location.replace(afterwards)
}
