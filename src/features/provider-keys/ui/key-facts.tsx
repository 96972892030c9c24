'use client'

import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import type { ProviderKeyView } from '../schema'
import { Moment } from './moment'
import { providerOf } from './provider-of'
import { useScreen } from './screen-context'
import { SecretAge } from './secret-age'
import { Section } from './section'
import { ageDays } from './time-words'

/** The middle of an id says nothing: its ends tell ids apart. */
const shortId = (id: string) => (id.length > 18 ? `${id.slice(0, 9)}…${id.slice(-4)}` : id)

export function KeyFacts({ providerKey: key }: { providerKey: ProviderKeyView }) {
  const { organization, now } = useScreen()
  const labels = new Map(providerOf(key).fields.map(({ path, label }) => [path as string, label]))
  const limit = organization.secretMaxAgeDays
  return (
    <Section title="Facts">
      <dl className="max-laptop:grid-cols-[80px_1fr] grid grid-cols-[112px_1fr] gap-y-2.5 text-sm leading-4.5">
        <Fact name="Id">
          <span className="text-code">{shortId(key.id)}</span>
          <CopyButton text={key.id} what="id" className="-my-1" />
        </Fact>
        <Fact name="Age">
          <SecretAge since={key.secretReplacedAt} />
          {limit !== null && (
            <>
              <span className="text-ink-3 whitespace-nowrap">of {limit}</span>
              <Gauge share={ageDays(key.secretReplacedAt, now) / limit} />
            </>
          )}
        </Fact>
        {key.baseUrl && (
          <Fact name="Address">
            <span className="break-all">{key.baseUrl}</span>
          </Fact>
        )}
        {Object.entries(key.options ?? {}).map(([option, value]) => (
          <Fact key={option} name={labels.get(`options.${option}`) ?? option}>
            <span className="text-code break-all">{value}</span>
          </Fact>
        ))}
        {key.expiresAt && (
          <Fact name="Last day">
            <Moment at={key.expiresAt} isDay />
          </Fact>
        )}
        <Fact name="Added by">
          <span>
            {key.createdBy.name}, <Moment at={key.createdAt} isDay />
          </span>
        </Fact>
        <Fact name="Changed">
          <Moment at={key.updatedAt} />
        </Fact>
      </dl>
    </Section>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="contents">
    <dt className="text-ink-3">{name}</dt>
    <dd className="flex min-w-0 items-center gap-1.5">{children}</dd>
  </div>
)

const Gauge = ({ share }: { share: number }) => (
  <span aria-hidden className="bg-line max-laptop:w-10 ml-auto h-1 w-18 overflow-hidden rounded-full">
    <span
      className={`block h-1 origin-left ${share > 1 ? 'bg-limited-mark' : 'bg-ink-3'}`}
      style={{ transform: `scaleX(${Math.min(1, share)})` }}
    />
  </span>
)
