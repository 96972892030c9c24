'use client'

import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { AuditTrail } from './audit-trail'
import { CheckList } from './check-list'
import { DangerZone } from './danger-zone'
import { KeyDialogs } from './key-dialogs'
import { KeyFacts } from './key-facts'
import { KeyHead } from './key-head'
import { KeyModels } from './key-models'
import { providerOf, spokenName } from './provider-of'
import { ProviderLinks } from './provider-links'
import { mayWrite, ScreenContext, useScreen } from './screen-context'
import type { KeyDetail, KeyScreenProps } from './screen-props'
import { useKey } from './use-key'
import { useTestKey } from './use-test-key'
import { VerdictBanner } from './verdict-banner'

/** One key: state, history, facts and its end. */
export function KeyScreen({ organization, role, now, keyId, initial }: KeyScreenProps) {
  const listPath = usePathname().replace(/\/[^/]+\/?$/, '')
  const screen = { organization, canWrite: mayWrite(role), now: Date.parse(now), listPath }
  const { detail, failure, refresh } = useKey({
    organizationId: organization.id,
    id: keyId,
    initial,
    readAt: screen.now,
  })
  return (
    <ScreenContext value={screen}>
      <nav
        aria-label="Path"
        className="border-line px-gutter text-ink-3 flex h-11 shrink-0 items-center gap-1.5 border-b text-sm"
      >
        <Link href={listPath} className="hover:text-ink rounded-tag">
          Provider keys
        </Link>
        <ChevronRight aria-hidden className="text-ink-4 size-3.5" />
        <span aria-current="page" className="text-ink truncate font-medium">
          {detail?.providerKey.label ?? keyId}
        </span>
      </nav>
      {detail ? (
        <KeyPage detail={detail} />
      ) : failure ? (
        <ErrorState
          title={failure.code === 'NOT_FOUND' ? 'This key is not here' : 'The key could not be loaded'}
          onRetry={refresh}
          requestId={failure.requestId}
        >
          {failure.code === 'NOT_FOUND'
            ? 'It was deleted, or it belongs to another organization.'
            : failure.message}
        </ErrorState>
      ) : (
        <div role="status" aria-label="Loading the key" className="px-gutter flex items-center gap-4 py-5">
          <Skeleton className="rounded-card size-10" />
          <span className="grid gap-2">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="w-64" />
          </span>
        </div>
      )}
    </ScreenContext>
  )
}

function KeyPage({ detail }: { detail: KeyDetail }) {
  const { canWrite, listPath } = useScreen()
  const router = useRouter()
  const tests = useTestKey()
  const { providerKey } = detail
  return (
    <KeyDialogs keys={[providerKey]} tests={tests} onDeleted={() => router.push(listPath)}>
      <KeyHead providerKey={providerKey} />
      <VerdictBanner providerKey={providerKey} />
      <div className="max-laptop:grid-cols-[minmax(0,1fr)_264px] grid flex-1 grid-cols-[minmax(0,1fr)_336px] max-[900px]:grid-cols-1">
        <div className="min-w-0">
          <CheckList checks={detail.checks} name={spokenName(providerKey)} />
          <AuditTrail events={detail.audit} />
          {canWrite && <DangerZone providerKey={providerKey} />}
        </div>
        <aside
          aria-label="About this key"
          className="border-line tablet:min-[901px]:border-l min-w-0 max-[900px]:border-t"
        >
          <KeyFacts providerKey={providerKey} />
          <KeyModels models={detail.models} />
          <ProviderLinks provider={providerOf(providerKey)} />
        </aside>
      </div>
    </KeyDialogs>
  )
}
