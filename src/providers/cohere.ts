import { notTheApi } from './check-finding'
import { openAiCompatible } from './openai-compatible'
import type { Finding } from './verdict'

const rejected: Finding = { outcome: 'invalid', reason: 'rejected', usable: false }

export const cohere = openAiCompatible({
  id: 'cohere',
  name: 'Cohere',
  mark: 'cohere',
  docsUrl: 'https://docs.cohere.com/reference/about',
  keysUrl: 'https://dashboard.cohere.com/api-keys',
  revokeUrl: 'https://dashboard.cohere.com/api-keys',
  statusUrl: 'https://status.cohere.com',
  priceId: 'cohere',
  apiUrl: 'https://api.cohere.com/v1',
  keyPlaceholder: '40 letters and digits',
  keyHint: 'Trial keys work, with a small allowance',
  // Errors carry no code (cohere-openapi.yaml): the status decides, and for trial keys the text.
  errors: [{ status: 429, text: /\btrial\b/i, means: { class: 'rate', reason: 'trial_key', usable: true } }],
  check: {
    proof: {
      step: 'check_key',
      method: 'POST',
      path: '/check-api-key',
      problem: ({ valid }) => (valid === true ? null : valid === false ? rejected : notTheApi),
    },
    // No chat request to find out more: a trial key has a thousand calls a month.
    listPath: '/models?page_size=1000',
  },
})
