import { Check, Minus } from 'lucide-react'
import { can, permissions, roles, type Permission, type Role } from '@/core/actor'
import { cn } from '@/components/ui/cn'
import { permissionWords, roleWords } from './permission-words'

const all = Object.keys(permissions) as Permission[]

/** Drawn from the rules that the server enforces. */
export const PermissionTable = ({ mine }: { mine: Role }) => (
  <div className="scroll-quiet max-w-3xl" tabIndex={0} role="region" aria-label="Permissions by role">
    <table className="w-full min-w-150 border-separate border-spacing-0 text-sm">
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
  </div>
)
