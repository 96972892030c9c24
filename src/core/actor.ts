export const roles = ['owner', 'admin', 'developer', 'viewer'] as const
export type Role = (typeof roles)[number]

const everyone: readonly Role[] = roles
const admins: readonly Role[] = ['owner', 'admin']

/** Who may do what. Read here, drawn in the app, and enforced by `orgProcedure`. */
export const permissions = {
  'provider-keys:read': everyone,
  'provider-keys:write': admins,
  'organization:read': everyone,
  'organization:write': admins,
  'audit-log:read': admins,
} satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** Whether a role holds a permission. */
export const can = (role: Role, permission: Permission): boolean => permissions[permission].includes(role)

/** Who acts, in which organization, with which role: read from the database on each request. */
export interface Actor {
  userId: string
  /** For the audit log, which keeps names as they were. */
  name: string
  sessionId: string
  organizationId: string
  role: Role
  requestId: string
  address: string
}

/** A signed-in person outside any organization (account pages, the list of organizations). */
export type Person = Pick<Actor, 'userId' | 'name' | 'sessionId' | 'requestId' | 'address'>
