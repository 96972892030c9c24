import { custom } from './custom'
import type { FakeProvider } from './fake-provider'
import { openai } from './openai'

/** One fake per provider of the registry; `custom` answers for every other host. */
export const fakeProviders = { openai, custom } satisfies Record<string, FakeProvider>
