import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { announce } from '@/components/ui/live-region'
import type { Verdict } from '@/providers/verdict'
import { useTRPCClient } from '@/trpc/client'
import { readFailure, type Failure } from '@/trpc/failure'
import { verdictView, type createdView } from '../schema'
import type { Checked, CreateRequest, DraftRequest, ReplaceRequest } from './secret-form'

export type Phase =
  | { kind: 'idle' }
  | { kind: 'running'; deed: 'test' | 'save'; host: string; startedAt: number }
  | { kind: 'verdict'; verdict: Verdict; host: string }
  | { kind: 'failed'; failure: Failure }

type Ready<Request> = Pick<Extract<Checked<Request>, { ok: true }>, 'request' | 'host'>
type Created = z.infer<typeof createdView>

/**
 * Tests and saves a secret. Calls go through the plain client, not through the mutation cache, so that a secret is
 * kept nowhere after its call. `placeFailure` shows a failure at the field it is about, if it is about one.
 */
export function useSecretTest(placeFailure: (failure: Failure) => boolean) {
  const client = useTRPCClient()
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' })
  const stopper = useRef<AbortController | null>(null)
  useEffect(() => () => stopper.current?.abort(), [])

  async function run<Answer>(
    deed: 'test' | 'save',
    host: string,
    call: (signal: AbortSignal) => Promise<Answer>,
  ) {
    const stop = (stopper.current = new AbortController())
    setPhase({ kind: 'running', deed, host, startedAt: Date.now() })
    announce(`Asking ${host}`)
    try {
      return await call(stop.signal)
    } catch (error) {
      if (stop.signal.aborted) return null
      const next = phaseOf(readFailure(error), host)
      setPhase(next.kind === 'failed' && placeFailure(next.failure) ? { kind: 'idle' } : next)
      return null
    }
  }

  const test = async ({ request, host }: Ready<DraftRequest>) => {
    const answer = await run('test', host, (signal) =>
      client.providerKeys.testDraft.mutate(request, { signal }),
    )
    if (answer) setPhase({ kind: 'verdict', verdict: answer.verdict, host })
  }
  /* Saving is not broken off: the server may have stored the key already. */
  const create = ({ request, host }: Ready<CreateRequest>): Promise<Created | null> =>
    run('save', host, () => client.providerKeys.create.mutate(request))
  const replace = ({ request, host }: Ready<ReplaceRequest>): Promise<Created | null> =>
    run('save', host, () => client.providerKeys.replaceSecret.mutate(request))

  const reset = () => {
    stopper.current?.abort()
    setPhase({ kind: 'idle' })
  }
  return { phase, test, create, replace, reset }
}

/** A refusal that carries a verdict is shown as one; anything else as what went wrong. */
function phaseOf(failure: Failure, host: string): Phase {
  const verdict = verdictView.safeParse(failure.details?.verdict)
  return verdict.success ? { kind: 'verdict', verdict: verdict.data, host } : { kind: 'failed', failure }
}
