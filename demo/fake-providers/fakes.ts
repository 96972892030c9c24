import type { ProviderId } from '@/providers/registry'
import { anthropic } from './anthropic'
import { awsBedrock } from './aws-bedrock'
import { azureOpenai } from './azure-openai'
import { cohere } from './cohere'
import { custom } from './custom'
import type { FakeProvider } from './fake-provider'
import { googleVertexAi } from './google-vertex-ai'
import { groq } from './groq'
import { mistral } from './mistral'
import { openai } from './openai'
import { togetherAi } from './together-ai'

/** One fake per provider of the registry; `custom` answers for every other host. */
export const fakeProviders = {
  openai,
  anthropic,
  'google-vertex-ai': googleVertexAi,
  'azure-openai': azureOpenai,
  'aws-bedrock': awsBedrock,
  cohere,
  mistral,
  groq,
  'together-ai': togetherAi,
  custom,
} satisfies Record<ProviderId, FakeProvider>
