import { openAiCompatible } from './openai-compatible'

export const togetherAi = openAiCompatible({
  id: 'together-ai',
  name: 'Together AI',
  mark: 'together',
  docsUrl: 'https://docs.together.ai/docs/api-keys-authentication',
  keysUrl: 'https://api.together.ai/settings/api-keys',
  revokeUrl: 'https://api.together.ai/settings/api-keys',
  statusUrl: 'https://status.together.ai',
  priceId: 'together',
  apiUrl: 'https://api.together.ai/v1',
  keyPlaceholder: 'tgp_v1_…',
  keyHint: 'Keys belong to one project and may expire',
  publicPrefix: /^tgp_v\d_/,
  errors: [
    // docs.together.ai/docs/error-codes: 403 is a prompt longer than the model's context, not a lack of rights.
    { status: 403, means: { class: 'request', reason: 'accepted' } },
  ],
  check: { proof: { step: 'whoami', method: 'GET', path: '/whoami', problem: () => null } },
})
