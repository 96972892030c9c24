'use client'

import { Monitor } from 'lucide-react'
import { useState } from 'react'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Section } from '@/components/ui/section'
import { Skeleton } from '@/components/ui/skeleton'
import { Tag } from '@/components/ui/tag'
import { TimeAgo } from '@/components/ui/time-ago'
import type { AccountView } from '../schema'
import { deviceWords } from './device-words'
import { methodWords } from './method-words'
import { useSessions } from './use-sessions'

export function SessionsSection({ methods }: { methods: AccountView['methods'] }) {
  const { sessions, failure, retry, revoke, revoking, signOutEverywhere, isLeaving } = useSessions()
  const [asking, setAsking] = useState(false)
  return (
    <Section title="Sessions" lead="Where you are signed in. Ending one acts on its next request.">
      {failure ? (
        <ErrorState
          title="The sessions could not be read"
          onRetry={retry}
          requestId={failure.requestId}
          className="py-6"
        >
          {failure.message}
        </ErrorState>
      ) : (
        <ul className="border-line max-w-2xl divide-y border-y" aria-busy={!sessions}>
          {!sessions && <Waiting />}
          {sessions?.map(({ id, userAgent, address, method, lastSeenAt, current }) => (
            <li key={id} className="flex min-h-14 items-center gap-3 py-2 text-sm">
              <Monitor aria-hidden className="text-ink-3" />
              <div className="min-w-0 flex-1">
                <p className="flex items-center gap-2 font-medium">
                  {deviceWords(userAgent)}
                  {current && <Tag>This device</Tag>}
                </p>
                <p className="text-ink-3 truncate text-xs">
                  {address} · by {methodWords(method, methods)} · <TimeAgo time={lastSeenAt} />
                </p>
              </div>
              {!current && (
                <Button
                  size="sm"
                  busy={revoking === id && 'Ending…'}
                  aria-label={`End session: ${deviceWords(userAgent)}, ${address}`}
                  onClick={() => revoke(id)}
                >
                  End session
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Button className="mt-4" onClick={() => setAsking(true)}>
        Sign out everywhere
      </Button>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere"
        description="All your sessions end at once, this one too. You sign in again with your password or issuer."
        keep="Stay signed in"
        confirm="Sign out everywhere"
        onConfirm={signOutEverywhere}
        busy={isLeaving && 'Signing out…'}
      />
    </Section>
  )
}

const Waiting = () => (
  <li className="flex min-h-14 items-center gap-3">
    <Skeleton className="size-4" />
    <span className="flex flex-col gap-2">
      <Skeleton className="w-36" />
      <Skeleton className="h-2 w-52" />
    </span>
  </li>
)
