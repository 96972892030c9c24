'use client'

import { RefreshCw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ProviderMark } from '@/components/ui/provider-mark'
import type { ProviderKeyView } from '../schema'
import { EnvironmentTag } from './environment-tag'
import { useIsTesting, useKeyActions } from './key-actions'
import { KeyMenu } from './key-menu'
import { KeySwitch } from './key-switch'
import { providerLine, providerOf } from './provider-of'
import { useScreen } from './screen-context'

/** Which key it is, whether it is on, and the deeds. */
export function KeyHead({ providerKey: key }: { providerKey: ProviderKeyView }) {
  const { canWrite } = useScreen()
  const actions = useKeyActions()
  const isTesting = useIsTesting(key.id)
  // Another test of a rejected key ends as the last one did; a new secret is what helps.
  const isRejected = key.verdict.outcome === 'invalid'
  return (
    <header className="px-gutter max-tablet:flex-wrap max-tablet:py-4 flex items-center gap-4 py-5">
      <ProviderMark name={providerOf(key).mark} size="lg" />
      <div className="max-tablet:flex-1 min-w-0">
        <h1 className="truncate text-xl font-semibold">{key.label}</h1>
        <div className="text-ink-3 mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <span>{providerLine(key)}</span>
          <span aria-hidden>·</span>
          <EnvironmentTag environment={key.environment} />
          <span aria-hidden>·</span>
          <span className="text-code">{key.maskedToken}</span>
        </div>
      </div>
      <div className="max-tablet:ml-0 max-tablet:w-full ml-auto flex shrink-0 items-center gap-2">
        <span className="flex items-center gap-2 pr-2 text-sm font-medium">
          <KeySwitch providerKey={key} />
          {key.status === 'active' ? 'On' : 'Off'}
        </span>
        {canWrite && (
          <>
            <Button
              look={isRejected ? 'primary' : 'secondary'}
              className="max-tablet:flex-1"
              onClick={() => actions.replaceSecret(key)}
            >
              Replace secret
            </Button>
            <Button
              look={isRejected ? 'secondary' : 'primary'}
              className="max-tablet:flex-1"
              busy={isTesting && 'Testing'}
              onClick={() => actions.test(key)}
            >
              <RefreshCw />
              Test again
            </Button>
          </>
        )}
        <KeyMenu providerKey={key} isOwnPage />
      </div>
    </header>
  )
}
