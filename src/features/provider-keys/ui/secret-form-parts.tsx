'use client'

import { RefreshCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { Provider } from '@/providers/provider'
import type { Failure } from '@/trpc/failure'
import { LivePanel } from './live-panel'
import { permittedAfter, type Permitted } from './secret-form'
import type { Phase } from './use-secret-test'
import { VerdictCard } from './verdict-card'

interface ResultProps {
  phase: Phase
  provider: Provider
  /** How sentences call the provider. */
  name: string
  saveWords: string
  onSave: (isUncertain: boolean) => void
  onEdit: () => void
}

/** What a test or a save came to: the live panel with its card, or why nothing was tested. */
export function TestResult({ phase, provider, name, saveWords, onSave, onEdit }: ResultProps) {
  if (phase.kind === 'failed') return <FailureNote failure={phase.failure} />
  const buttons: Record<Permitted, ReactNode> = {
    save: (
      <Button look="primary" onClick={() => onSave(false)}>
        {saveWords}
      </Button>
    ),
    saveInactive: <Button onClick={() => onSave(true)}>Save inactive, untested</Button>,
    edit: <Button onClick={onEdit}>Edit the key</Button>,
  }
  return (
    <LivePanel phase={phase} name={name}>
      {(words) =>
        phase.kind === 'verdict' && (
          <VerdictCard
            outcome={phase.verdict.outcome}
            words={words}
            provider={provider}
            action={buttons[permittedAfter(phase.verdict, provider)]}
            onFocus={permittedAfter(phase.verdict, provider) === 'edit' ? onEdit : undefined}
          />
        )
      }
    </LivePanel>
  )
}

export const FailureNote = ({ failure, action }: { failure: Failure; action?: ReactNode }) => (
  <div
    role="alert"
    className="rounded-card border-invalid-line bg-invalid-soft text-ink-2 flex shrink-0 items-start gap-2.5 border p-3 text-sm"
  >
    <TriangleAlert aria-hidden className="text-invalid-mark mt-0.5" />
    <div className="min-w-0 flex-1">
      {failure.message}
      {failure.retryAfterSeconds !== undefined &&
        ` The next try is possible in ${failure.retryAfterSeconds} s.`}
      {failure.requestId && (
        <p className="text-ink-3 mt-0.5 truncate text-xs">
          Request <span className="text-code">{failure.requestId}</span>
        </p>
      )}
      {action && <div className="mt-2.5">{action}</div>}
    </div>
  </div>
)

interface FootProps {
  phase: Phase
  formId: string
  saveWords: string
  /** The provider's keys are tested before they are stored. */
  isTested: boolean
  onTest: () => void
  onStop: () => void
}

/** The buttons of the sheet. With a verdict on screen, its card holds the one that saves. */
export function SheetFoot({ phase, formId, saveWords, isTested, onTest, onStop }: FootProps) {
  const isTesting = phase.kind === 'running' && phase.deed === 'test'
  const isSaving = phase.kind === 'running' && phase.deed === 'save'
  return (
    <>
      <span className="max-tablet:hidden">Nothing is stored until you save.</span>
      <span className="ml-auto flex gap-2">
        {isTesting && (
          <Button look="ghost" onClick={onStop}>
            Stop
          </Button>
        )}
        {!isTesting && !isSaving && (
          <Button look={phase.kind === 'verdict' ? 'ghost' : 'secondary'} onClick={onTest}>
            <RefreshCw />
            {phase.kind === 'verdict' ? 'Test again' : 'Test'}
          </Button>
        )}
        {phase.kind !== 'verdict' && (
          <Button
            look="primary"
            type="submit"
            form={formId}
            disabled={isTesting}
            busy={isSaving && (isTested ? 'Testing, then saving' : 'Saving')}
          >
            {saveWords}
          </Button>
        )}
      </span>
    </>
  )
}
