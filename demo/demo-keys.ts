import type { Environment } from '@/features/provider-keys/provider-key'
import type { ProviderId } from '@/providers/registry'

/** One key of the demo: what it is, what its fake provider says of it, and how old it is. */
export interface DemoKey {
  label: string
  provider: ProviderId
  environment: Environment
  /** A scenario of the provider's fake. */
  scenario: string
  /** It worked when it was added, and stopped since. */
  workedAtFirst?: true
  ageDays: number
  checkedMinutesAgo: number
  off?: true
  /** Only for custom providers. */
  name?: string
}

/** Tidewater: the organization with everything, good and bad. */
export const tidewaterKeys: readonly DemoKey[] = [
  {
    label: 'Checkout assistant',
    provider: 'openai',
    environment: 'production',
    scenario: 'ok',
    ageDays: 23,
    checkedMinutesAgo: 4,
  },
  {
    label: 'EU contracts',
    provider: 'azure-openai',
    environment: 'production',
    scenario: 'ok',
    ageDays: 148,
    checkedMinutesAgo: 6,
  },
  {
    label: 'Search ranking',
    provider: 'openai',
    environment: 'production',
    scenario: 'restricted',
    ageDays: 61,
    checkedMinutesAgo: 2,
  },
  {
    label: 'Support triage',
    provider: 'anthropic',
    environment: 'production',
    scenario: 'ok',
    ageDays: 12,
    checkedMinutesAgo: 11,
  },
  {
    label: 'Refund letters',
    provider: 'openai',
    environment: 'production',
    scenario: 'revoked',
    workedAtFirst: true,
    ageDays: 97,
    checkedMinutesAgo: 9,
  },
  {
    label: 'Claims review',
    provider: 'aws-bedrock',
    environment: 'production',
    scenario: 'ok',
    ageDays: 47,
    checkedMinutesAgo: 9,
  },
  {
    label: 'Voice agent',
    provider: 'groq',
    environment: 'production',
    scenario: 'ok',
    ageDays: 8,
    checkedMinutesAgo: 13,
  },
  {
    label: 'Moderation',
    provider: 'openai',
    environment: 'production',
    scenario: 'billing',
    workedAtFirst: true,
    ageDays: 33,
    checkedMinutesAgo: 7,
  },
  {
    label: 'Invoice reading',
    provider: 'google-vertex-ai',
    environment: 'production',
    scenario: 'ok',
    ageDays: 112,
    checkedMinutesAgo: 7,
  },
  {
    label: 'Rerank',
    provider: 'cohere',
    environment: 'staging',
    scenario: 'ok',
    ageDays: 75,
    checkedMinutesAgo: 3,
  },
  {
    label: 'Draft replies',
    provider: 'mistral',
    environment: 'staging',
    scenario: 'ok',
    ageDays: 34,
    checkedMinutesAgo: 62,
  },
  {
    label: 'Contract summaries',
    provider: 'anthropic',
    environment: 'staging',
    scenario: 'overload',
    workedAtFirst: true,
    ageDays: 29,
    checkedMinutesAgo: 14,
  },
  {
    label: 'Nightly reports',
    provider: 'openai',
    environment: 'staging',
    scenario: 'reset',
    workedAtFirst: true,
    ageDays: 19,
    checkedMinutesAgo: 130,
  },
  {
    label: 'Load tests',
    provider: 'openai',
    environment: 'staging',
    scenario: 'ratelimit',
    ageDays: 5,
    checkedMinutesAgo: 21,
  },
  {
    label: 'Evaluations',
    provider: 'together-ai',
    environment: 'development',
    scenario: 'ok',
    ageDays: 88,
    checkedMinutesAgo: 185,
  },
  {
    label: 'Notebook',
    provider: 'openai',
    environment: 'development',
    scenario: 'no-chat',
    ageDays: 14,
    checkedMinutesAgo: 240,
  },
  {
    label: 'vLLM cluster',
    provider: 'custom',
    name: 'vllm',
    environment: 'development',
    scenario: 'ok',
    ageDays: 2,
    checkedMinutesAgo: 0,
  },
  {
    label: 'Office Ollama',
    provider: 'custom',
    name: 'ollama',
    environment: 'development',
    scenario: 'open',
    ageDays: 3,
    checkedMinutesAgo: 55,
  },
  {
    label: 'Prototype',
    provider: 'openai',
    environment: 'development',
    scenario: 'ok',
    ageDays: 203,
    checkedMinutesAgo: 7200,
    off: true,
  },
  {
    label: 'Hackathon',
    provider: 'groq',
    environment: 'development',
    scenario: 'ok',
    ageDays: 121,
    checkedMinutesAgo: 9000,
    off: true,
  },
]

/** Westbank: small and tidy, for the switcher. */
export const westbankKeys: readonly DemoKey[] = [
  {
    label: 'Assistant',
    provider: 'anthropic',
    environment: 'production',
    scenario: 'ok',
    ageDays: 41,
    checkedMinutesAgo: 5,
  },
  {
    label: 'Assistant',
    provider: 'anthropic',
    environment: 'development',
    scenario: 'ok',
    ageDays: 41,
    checkedMinutesAgo: 18,
  },
  {
    label: 'Embeddings',
    provider: 'openai',
    environment: 'production',
    scenario: 'ok',
    ageDays: 9,
    checkedMinutesAgo: 5,
  },
  {
    label: 'Translation',
    provider: 'mistral',
    environment: 'production',
    scenario: 'ok',
    ageDays: 66,
    checkedMinutesAgo: 12,
  },
  {
    label: 'Speech',
    provider: 'groq',
    environment: 'staging',
    scenario: 'ok',
    ageDays: 20,
    checkedMinutesAgo: 44,
  },
]
