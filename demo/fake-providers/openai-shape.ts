import { json } from './fake-provider'
import type { FakeAnswer, FakeRequest, Scenario } from './fake-provider'

/** Answers by method and path (query left out), as `GET /v1/models`; what is not listed gets `missing`. */
export const routes =
  (
    answers: Record<string, (request: FakeRequest) => FakeAnswer>,
    missing: (request: FakeRequest) => FakeAnswer,
  ) =>
  (request: FakeRequest): FakeAnswer =>
    (answers[`${request.method} ${request.path.replace(/\?.*$/, '')}`] ?? missing)(request)

/** An error of OpenAI's shape: all four keys are always there. */
export const openAiError = (
  status: number,
  { type, code = null, message }: { type: string; code?: string | null; message: string },
  headers: Record<string, string> = {},
) => json(status, { error: { message, type, param: null, code } }, headers)

export const modelList = (ids: readonly string[], headers: Record<string, string> = {}) =>
  json(
    200,
    {
      object: 'list',
      data: ids.map((id) => ({ id, object: 'model', created: 1_767_225_600, owned_by: 'system' })),
    },
    headers,
  )

export const completion = (model: string, headers: Record<string, string> = {}) =>
  json(
    200,
    {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1_767_225_600,
      model,
      choices: [{ index: 0, message: { role: 'assistant', content: 'a' }, finish_reason: 'length' }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    },
    headers,
  )

/** The body as an object; empty when it is none. */
export function bodyOf({ body }: FakeRequest): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** A scenario that answers the same to every request. */
export const always = (about: string, expect: Scenario['expect'], answer: () => FakeAnswer): Scenario => ({
  about,
  expect,
  answer,
})

export const works = { outcome: 'valid', reason: 'accepted', usable: true } as const
export const rejected = { outcome: 'invalid', reason: 'rejected', usable: false } as const
export const noCredit = { outcome: 'limited', reason: 'billing', usable: false } as const
export const tooMany = { outcome: 'valid', reason: 'rate_limited', usable: true } as const
export const down = { outcome: 'inconclusive', reason: 'server_error', usable: false } as const
export const listsNoModels = { outcome: 'limited', reason: 'models_not_listed', usable: true } as const
export const notPermitted = { outcome: 'limited', reason: 'permission', usable: false } as const
