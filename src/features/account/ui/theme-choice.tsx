'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { MenuLabel, MenuRadioGroup, MenuRadioItem } from '@/components/ui/menu'

const themes = [
  { value: 'light', label: 'Light', icon: <Sun /> },
  { value: 'dark', label: 'Dark', icon: <Moon /> },
  { value: 'system', label: 'System', icon: <Monitor /> },
]

export function ThemeChoice() {
  const { theme, setTheme } = useTheme()
  return (
    <>
      <MenuLabel>Theme</MenuLabel>
      <MenuRadioGroup value={theme} onValueChange={setTheme}>
        {themes.map(({ value, label, icon }) => (
          <MenuRadioItem key={value} value={value} icon={icon} onSelect={(event) => event.preventDefault()}>
            {label}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </>
  )
}
