'use client'

import { leave } from './use-sign-out'

export const LeaveButton = () => (
  <button type="button" onClick={() => void leave()} className="link cursor-default">
    Sign out
  </button>
)
