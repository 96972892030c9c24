'use client'

import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { useFloatingRoot } from './floating-root'
import { Kbd } from './kbd'

/** Never modal: a menu must not lock the page that its item is about to change. */
export const Menu = (props: ComponentProps<typeof DropdownMenu.Root>) => (
  <DropdownMenu.Root modal={false} {...props} />
)
export const MenuTrigger = DropdownMenu.Trigger
export const MenuRadioGroup = DropdownMenu.RadioGroup

export function MenuContent({ className, ...rest }: ComponentProps<typeof DropdownMenu.Content>) {
  return (
    <DropdownMenu.Portal container={useFloatingRoot()}>
      <DropdownMenu.Content
        align="start"
        sideOffset={6}
        collisionPadding={8}
        {...rest}
        className={cn(
          'plane-raised animate-rise rounded-card border-line-strong bg-raised shadow-float text-ink z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 overflow-y-auto border p-1 text-sm',
          className,
        )}
      />
    </DropdownMenu.Portal>
  )
}

const itemLook =
  'flex h-8 cursor-default select-none items-center gap-2.5 rounded-control px-2 outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-pressed max-tablet:h-11'

interface ItemProps extends Omit<ComponentProps<typeof DropdownMenu.Item>, 'children'> {
  icon?: ReactNode
  /** Something is lost: shown in red. */
  risk?: boolean
  /** The key that does the same. */
  shortcut?: string
  children: ReactNode
}

export function MenuItem({ icon, risk, shortcut, children, className, asChild, ...rest }: ItemProps) {
  const look = cn(
    itemLook,
    '[&_.lucide]:text-ink-3',
    risk && 'text-invalid [&_.lucide]:text-invalid',
    className,
  )
  if (asChild)
    return (
      <DropdownMenu.Item {...rest} asChild className={look}>
        {children}
      </DropdownMenu.Item>
    )
  return (
    <DropdownMenu.Item {...rest} className={look}>
      {icon}
      {children}
      {shortcut && <Kbd className="ml-auto">{shortcut}</Kbd>}
    </DropdownMenu.Item>
  )
}

export function MenuRadioItem({
  icon,
  children,
  className,
  ...rest
}: ComponentProps<typeof DropdownMenu.RadioItem> & { icon?: ReactNode }) {
  return (
    <DropdownMenu.RadioItem {...rest} className={cn(itemLook, '[&_.lucide]:text-ink-3', className)}>
      {icon}
      {children}
      <DropdownMenu.ItemIndicator className="ml-auto">
        <Check />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  )
}

export function MenuCheckboxItem({
  icon,
  children,
  className,
  ...rest
}: ComponentProps<typeof DropdownMenu.CheckboxItem> & { icon?: ReactNode }) {
  return (
    <DropdownMenu.CheckboxItem {...rest} className={cn(itemLook, className)}>
      <span className="rounded-tag border-line-field text-accent-on in-data-[state=checked]:border-accent in-data-[state=checked]:bg-accent grid size-4 place-items-center border">
        <DropdownMenu.ItemIndicator>
          <Check className="size-3 stroke-[2.5]" />
        </DropdownMenu.ItemIndicator>
      </span>
      {icon}
      {children}
    </DropdownMenu.CheckboxItem>
  )
}

export const MenuSeparator = () => <DropdownMenu.Separator className="bg-line -mx-1 my-1 h-px" />

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <DropdownMenu.Label className="text-ink-3 px-2 pt-2 pb-1 text-xs">{children}</DropdownMenu.Label>
)
