import { openAiCompatible } from './openai-compatible'

export const mistral = openAiCompatible({
  id: 'mistral',
  name: 'Mistral',
  mark: 'mistral',
  docsUrl: 'https://docs.mistral.ai/getting-started/quickstart',
  keysUrl: 'https://console.mistral.ai/api-keys',
  revokeUrl: 'https://console.mistral.ai/api-keys',
  statusUrl: 'https://status.mistral.ai',
  priceId: 'mistral',
  apiUrl: 'https://api.mistral.ai/v1',
  keyPlaceholder: '32 letters and digits',
  keyHint: 'Admin keys and Codestral keys do not work here',
  errors: [
    // The documented error body is seldom seen: 401 comes with `detail`, with `message`, or with nothing at all
    // (nextcloud/integration_openai#332, cline#1734, continue#10277).
    { status: 401, empty: true, means: { class: 'credential', reason: 'rejected' } },
    {
      status: 429,
      text: /tier capacity exceeded/i,
      means: { class: 'provider_down', reason: 'server_error' },
    },
  ],
  // `max_completion_tokens` and other fields that it does not know are refused with 422.
  check: { probe: { model: 'mistral-small-latest', max_tokens: 1 } },
})
