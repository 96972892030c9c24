'use client'

import { useEffect, useState } from 'react'

/** What had the focus; where that was an item of a menu, the button of the menu: the item is gone afterwards. */
function findOpener(): HTMLElement | null {
  const active = document.activeElement
  const menu = active?.closest('[role="menu"]')
  const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : active
  return opener instanceof HTMLElement && opener !== document.body ? opener : null
}

/** Inside a dialog: when it closes and leaves the focus nowhere, gives it back to what opened the dialog. */
export function ReturnFocus() {
  const [opener] = useState(findOpener)
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body && opener?.isConnected) opener.focus()
      })
    },
    [opener],
  )
  return null
}
