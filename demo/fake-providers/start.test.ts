import { afterEach, expect, it } from 'vitest'
import { startFakeProviders } from './start'
import type { FakeProviders } from './start'

let fakes: FakeProviders | undefined
afterEach(() => fakes?.close())

const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } })

it('the first segment of a path is the host that was meant, and every request is kept', async () => {
  fakes = await startFakeProviders()
  const response = await fetch(`${fakes.origin}/api.openai.com/v1/models?x=1`, bearer('anything-zzok'))
  expect(response.status).toBe(200)
  expect(fakes.requests()).toMatchObject([
    {
      method: 'GET',
      host: 'api.openai.com',
      path: '/v1/models?x=1',
      headers: { authorization: 'Bearer anything-zzok' },
    },
  ])
})

it('a key that names no scenario is a wrong key', async () => {
  fakes = await startFakeProviders()
  for (const key of ['nothing', 'zznone', 'zz__proto__', 'zzconstructor'])
    expect((await fetch(`${fakes.origin}/api.openai.com/v1/models`, bearer(key))).status).toBe(401)
})

it('a host that no provider has is an endpoint that somebody runs', async () => {
  fakes = await startFakeProviders()
  expect((await fetch(`${fakes.origin}/llm.example/v1/models`, bearer('zzok'))).status).toBe(200)
  expect((await fetch(`${fakes.origin}/llm.example/v1/models`)).status).toBe(401)
  expect((await fetch(`${fakes.origin}/open.llm.example/v1/models`)).status).toBe(200)
})
