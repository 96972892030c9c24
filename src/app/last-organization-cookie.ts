/** Names the organization last looked at: a convenience, trusted for nothing. */
export const lastOrganizationCookie = 'latchkey-organization'
