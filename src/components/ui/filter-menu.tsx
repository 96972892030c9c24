'use client'

import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { AppliedChip, chipLook } from './chip'
import { Menu, MenuCheckboxItem, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from './menu'

interface Props<Value extends string> {
  /** What is filtered: "Provider". */
  name: string
  choices: readonly { value: Value; label: string; icon?: ReactNode }[]
  value: readonly Value[]
  onChange: (value: Value[]) => void
}

/** A chip that opens a list of which any number may be chosen; the menu stays open between choices. */
export function FilterMenu<Value extends string>({ name, choices, value, onChange }: Props<Value>) {
  const chosen = choices.filter((choice) => value.includes(choice.value))
  const toggle = (picked: Value, on: boolean) =>
    onChange(
      choices.map((choice) => choice.value).filter((each) => (each === picked ? on : value.includes(each))),
    )
  const words =
    chosen.length > 2 ? `any of ${chosen.length}` : chosen.map((choice) => choice.label).join(', ')
  return (
    <Menu>
      {chosen.length === 0 ? (
        <MenuTrigger className={chipLook}>
          {name}
          <ChevronDown className="-mr-0.5" />
        </MenuTrigger>
      ) : (
        <AppliedChip
          name={name}
          value={words}
          onClear={() => onChange([])}
          trigger={(look, content) => <MenuTrigger className={look}>{content}</MenuTrigger>}
        />
      )}
      <MenuContent aria-label={name}>
        {choices.map((choice) => (
          <MenuCheckboxItem
            key={choice.value}
            icon={choice.icon}
            checked={value.includes(choice.value)}
            onCheckedChange={(on) => toggle(choice.value, on)}
            onSelect={(event) => event.preventDefault()}
          >
            {choice.label}
          </MenuCheckboxItem>
        ))}
        {chosen.length > 0 && (
          <>
            <MenuSeparator />
            <MenuItem onSelect={() => onChange([])}>Any {name.toLowerCase()}</MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
  )
}
