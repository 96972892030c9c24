import { Check, Minus } from 'lucide-react'
import { can, permissions, roles, type Permission, type Role } from '@/core/actor'
import { cn } from '@/components/ui/cn'
import { permissionWords, roleWords } from './permission-words'

const all = Object.keys(permissions) as Permission[]

const holders = (permission: Permission) => {
  const names = roles.filter((role) => can(role, permission)).map((role) => roleWords[role])
  return names.length === roles.length ? 'Everyone' : names.join(', ')
}

/** Where there is no room for columns. */
const PermissionList = () => (
  <ul className="tablet:hidden divide-y border-y text-sm">
    {all.map((permission) => (
      <li key={permission} className="py-2.5">
        {permissionWords[permission]}
        <span className="text-ink-3 block text-xs">{holders(permission)}</span>
      </li>
    ))}
  </ul>
)

/** Drawn from the rules that the server enforces. */
export const PermissionTable = ({ mine }: { mine: Role }) => (
  <>
    <PermissionList />

    <table className="max-tablet:hidden w-full max-w-3xl border-separate border-spacing-0 text-sm">
      <thead>
        <tr className="text-ink-3 text-xs">
          <th scope="col" className="border-line h-9 border-b text-left font-[450]">
            Permission
          </th>
          {roles.map((role) => (
            <th
              key={role}
              scope="col"
              className={cn(
                'border-line w-24 border-b px-2 text-center font-[450]',
                role === mine && 'text-ink font-medium',
              )}
            >
              {roleWords[role]}
              {role === mine && <span className="sr-only"> (you)</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.map((permission) => (
          <tr key={permission}>
            <th scope="row" className="border-line h-10 border-b pr-4 text-left font-normal">
              {permissionWords[permission]}
            </th>
            {roles.map((role) => (
              <td key={role} className={cn('border-line border-b text-center', role === mine && 'bg-sunken')}>
                {can(role, permission) ? (
                  <Check role="img" aria-label="Yes" aria-hidden={false} className="text-ink mx-auto" />
                ) : (
                  <Minus role="img" aria-label="No" aria-hidden={false} className="text-ink-4 mx-auto" />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </>
)
