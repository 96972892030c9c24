import type { Permission, Role } from '@/core/actor'

/** What each permission lets a person do. Total: a new permission does not compile without its words. */
export const permissionWords: Record<Permission, string> = {
  'provider-keys:read': 'See provider keys, their masks and verdicts',
  'provider-keys:write': 'Add, test, switch, replace and delete provider keys',
  'organization:read': 'See the organization and its settings',
  'organization:write': 'Change the name, address and age limit',
  'audit-log:read': 'Read the audit trail',
}

export const roleWords: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  developer: 'Developer',
  viewer: 'Viewer',
}
