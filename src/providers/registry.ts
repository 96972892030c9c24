import { anthropic } from './anthropic'
import { awsBedrock } from './aws-bedrock'
import { azureOpenai } from './azure-openai'
import { cohere } from './cohere'
import { custom } from './custom'
import { googleVertexAi } from './google-vertex-ai'
import { groq } from './groq'
import { mistral } from './mistral'
import { openai } from './openai'
import type { Provider } from './provider'
import { togetherAi } from './together-ai'

const list = {
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
} satisfies Record<string, Provider>

export type ProviderId = keyof typeof list

/** The only list of providers, in the order in which people choose from it. */
export const providers: Record<ProviderId, Provider> = list

export const providerIds = Object.keys(list) as [ProviderId, ...ProviderId[]]
