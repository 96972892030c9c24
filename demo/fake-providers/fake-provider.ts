import type { CredentialInput } from '@/providers/provider'
import type { Outcome, Reason } from '@/providers/verdict'

/** A request as it arrived, at the address that the product meant to call. */
export interface FakeRequest {
  method: string
  /** The provider's own host, for example `api.openai.com`. */
  host: string
  /** Path with query. */
  path: string
  headers: Record<string, string>
  body: string
}

/** What is sent back: an answer, or a way to misbehave. */
export type FakeAnswer =
  | { status: number; headers?: Record<string, string>; body?: unknown }
  | { misbehave: 'hang' | 'reset' | 'slow' | 'endless' | 'redirect' | 'html' }

/** One row of a provider's error table, reachable by a key that names it. */
export interface Scenario {
  /** The case in a few words, for the documentation. */
  about: string
  /** What a check must make of it. */
  expect: { outcome: Outcome; reason: Reason; usable: boolean }
  answer(request: FakeRequest): FakeAnswer
}

/** The fake of one provider. */
export interface FakeProvider {
  /** Hosts that it answers for; `*` at the start stands for anything. */
  hosts: readonly string[]
  scenarios: Record<string, Scenario>
  /** Which scenario the request's credential names, or null: then `unknownKey` answers. */
  scenarioOf(request: FakeRequest): string | null
  /** For a credential that names no scenario. */
  unknownKey(request: FakeRequest): FakeAnswer
  /** What a person would type to get the scenario; built at run time, so that no file holds a key. */
  credential(scenario: string): CredentialInput
  /** How to type such a credential by hand, where it is not the end of the secret that names the scenario. */
  howToType?: string
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body,
})

/** The key of a bearer header, or an empty text. */
export const bearerOf = ({ headers }: FakeRequest): string =>
  /^Bearer (.*)$/.exec(headers.authorization ?? '')?.[1] ?? ''

/** The misbehaviours that every host is capable of, whatever the provider. */
export const misbehaviours: Record<string, Scenario> = {
  hang: {
    about: 'accepts the connection and never answers',
    expect: { outcome: 'unreachable', reason: 'no_answer', usable: false },
    answer: () => ({ misbehave: 'hang' }),
  },
  reset: {
    about: 'cuts the connection',
    expect: { outcome: 'unreachable', reason: 'no_answer', usable: false },
    answer: () => ({ misbehave: 'reset' }),
  },
  slow: {
    about: 'sends its body a byte a second',
    expect: { outcome: 'unreachable', reason: 'no_answer', usable: false },
    answer: () => ({ misbehave: 'slow' }),
  },
  endless: {
    about: 'sends a body without an end',
    expect: { outcome: 'inconclusive', reason: 'not_the_api', usable: false },
    answer: () => ({ misbehave: 'endless' }),
  },
  redirect: {
    about: 'redirects to another host',
    expect: { outcome: 'inconclusive', reason: 'redirected', usable: false },
    answer: () => ({ misbehave: 'redirect' }),
  },
  html: {
    about: 'answers with a web page and status 200',
    expect: { outcome: 'inconclusive', reason: 'not_the_api', usable: false },
    answer: () => ({ misbehave: 'html' }),
  },
  'html-403': {
    about: 'a proxy in between refuses with a web page',
    expect: { outcome: 'inconclusive', reason: 'not_the_api', usable: false },
    answer: () => ({
      status: 403,
      headers: { 'content-type': 'text/html' },
      body: '<html><body>Blocked</body></html>',
    }),
  },
}
