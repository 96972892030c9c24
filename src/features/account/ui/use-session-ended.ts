import { useQueryClient } from '@tanstack/react-query'
import { markSessionRenewed, useSessionEnded as useEnded } from '@/trpc/session-ended'

/** Whether a call was refused for want of a session, and what to do once there is one again. */
export function useSessionEnded() {
  const queryClient = useQueryClient()
  const ended = useEnded()
  const renew = () => {
    markSessionRenewed()
    void queryClient.invalidateQueries()
  }
  return { ended, renew }
}
