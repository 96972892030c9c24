import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { httpFailures } from '@/core/http'
import type { HttpExchange, HttpResult } from '@/core/http'
import type { FakeProvider } from '@demo/fake-providers/fake-provider'
import { fakeProviders } from '@demo/fake-providers/fakes'
import { stagesOf } from './check-stages'
import type { CheckEnd, Credential, Provider } from './provider'
import { providerIds, providers } from './registry'
import { outcomes, reasons } from './verdict'

const answer = (status: number, body: string): HttpResult => ({
  ok: true,
  response: { status, headers: {}, body },
})
const page = fc.constantFrom(
  '',
  '<!doctype html><h1>502</h1>',
  'upstream error',
  '{"error":',
  'invalid_api_key',
)
const anything = fc.oneof(
  fc.constantFrom(...httpFailures).map((failure): HttpResult => ({ ok: false, failure })),
  fc
    .tuple(fc.integer({ min: 200, max: 599 }), fc.oneof(page, fc.json()))
    .map(([status, body]) => answer(status, body)),
)
const outage = fc.oneof(
  fc
    .constantFrom('dns', 'refused', 'reset', 'tls', 'timeout', 'redirect', 'too_large')
    .map((failure): HttpResult => ({ ok: false, failure: failure as 'dns' })),
  fc
    .tuple(fc.integer({ min: 500, max: 599 }), fc.oneof(page, fc.json()))
    .map(([status, body]) => answer(status, body)),
  fc
    .tuple(
      fc.constantFrom(200, 400, 403, 404, 429),
      page.filter((body) => body !== ''),
    )
    .map(([status, body]) => answer(status, body)),
)

/** Walks a check to its end with answers that come round and round. */
function end(provider: Provider, credential: Credential, answers: HttpResult[]): CheckEnd {
  const exchanges: HttpExchange[] = []
  for (let asked = 0; asked < 8; asked++) {
    const next = provider.nextCheck(credential, exchanges)
    if ('outcome' in next) return next
    exchanges.push({ step: next.step, latencyMs: 1, result: answers[asked % answers.length] as HttpResult })
  }
  throw new Error('the check does not end')
}

describe.each(providerIds)('%s', (id) => {
  const provider = providers[id]
  const fake: FakeProvider = fakeProviders[id]
  const credentials = Object.keys(fake.scenarios)
    .filter((name) => name === 'ok' || name.endsWith('-ok'))
    .map((name) => provider.credentials.parse(fake.credential(name)))
  const credential = fc.constantFrom(...credentials)

  test.prop([credential, fc.array(anything, { minLength: 1, maxLength: 4 })])(
    'ends every check with a finding, whatever is answered',
    (given, answers) => {
      const found = end(provider, given, answers)
      expect(outcomes).toContain(found.outcome)
      expect(reasons).toContain(found.reason)
      expect(stagesOf(found, [])).toHaveLength(4)
    },
  )

  test.prop([credential, fc.array(outage, { minLength: 1, maxLength: 4 })])(
    'never calls a key bad, or good, for an outage or a page in between',
    (given, answers) => {
      const found = end(provider, given, answers)
      expect(['unreachable', 'inconclusive']).toContain(found.outcome)
    },
  )

  test.prop([credential, fc.integer({ min: 400, max: 429 })])(
    'says nothing in the words of the provider, which may quote the key',
    (given, status) => {
      const canary = 'canary-of-the-provider'
      const error = {
        message: canary,
        type: canary,
        code: canary,
        status: canary,
        details: [{ reason: canary }],
      }
      for (const body of [{ error }, { error: canary }, { message: canary, detail: canary, Message: canary }])
        expect(JSON.stringify(end(provider, given, [answer(status, JSON.stringify(body))]))).not.toContain(
          canary,
        )
    },
  )
})
