import type { HttpFailure } from '@/core/http'

interface Silence {
  summary: string
  what: (name: string) => string
}
const noAnswer: Silence = { summary: 'No answer', what: (name) => `${name} did not answer.` }
const byFailure: Partial<Record<HttpFailure, Silence>> = {
  dns: { summary: 'Address not found', what: (name) => `The address of ${name} was not found.` },
  refused: {
    summary: 'Connection refused',
    what: (name) => `The address of ${name} refused the connection.`,
  },
  reset: {
    summary: 'Connection cut',
    what: (name) => `The connection to ${name} was cut before an answer came.`,
  },
  tls: { summary: 'No secure connection', what: (name) => `No secure connection to ${name} could be made.` },
  timeout: { summary: 'No answer in time', what: (name) => `${name} did not answer in time.` },
  too_large: { summary: 'Answer too long', what: (name) => `${name} sent more than an answer may hold.` },
}

/** Words for a call that brought no answer, by how it failed. */
export const silenceWords = (failure: string | null): Silence => byFailure[failure as HttpFailure] ?? noAnswer
