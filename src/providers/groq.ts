import { openAiCompatible } from './openai-compatible'

export const groq = openAiCompatible({
  id: 'groq',
  name: 'Groq',
  mark: 'groq',
  docsUrl: 'https://console.groq.com/docs/quickstart',
  keysUrl: 'https://console.groq.com/keys',
  revokeUrl: 'https://console.groq.com/keys',
  statusUrl: 'https://groqstatus.com',
  priceId: 'groq',
  apiUrl: 'https://api.groq.com/openai/v1',
  keyPlaceholder: 'gsk_…',
  publicPrefix: /^gsk_/,
  errors: [
    // console.groq.com/docs/spend-limits: a spent limit comes as 400, and so does a restricted organization
    // (one-api#271).
    { status: 400, code: /^blocked_api_access$/, means: { class: 'billing', reason: 'billing' } },
    {
      status: 400,
      code: /^organization_restricted$/,
      means: { class: 'credential', reason: 'account_disabled' },
    },
    {
      status: 400,
      text: /organization has been restricted/i,
      means: { class: 'credential', reason: 'account_disabled' },
    },
  ],
  check: { probe: { model: 'llama-3.1-8b-instant', max_completion_tokens: 1 } },
})
