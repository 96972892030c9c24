/** How a session began, for people: the password, or the issuer's own name. */
export const methodWords = (method: string, methods: readonly { id: string; name: string }[]): string =>
  method === 'password' ? 'password' : (methods.find(({ id }) => id === method)?.name ?? method)
