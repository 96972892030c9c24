import { customCredentials, customOptions } from './custom-credentials'
import type { CustomCredential } from './custom-credentials'
import { nextCustomCheck } from './custom-check'
import { maskSecret } from './mask'
import { readModelIds } from './model-list'
import { readOpenAiError, withHeaders } from './openai-wire'
import type { Provider } from './provider'

export const custom = {
  id: 'custom',
  name: 'Custom',
  mark: 'plug',
  docsUrl: 'https://platform.openai.com/docs/api-reference/chat',
  keysUrl: '',
  revokeUrl: '',
  statusUrl: '',
  priceId: null,
  testedBeforeSaving: false,
  fields: [
    {
      path: 'name',
      label: 'Name',
      secret: false,
      required: true,
      kind: 'text',
      placeholder: 'vllm',
      hint: 'Lower-case letters; programs then ask for name/model',
    },
    {
      path: 'baseUrl',
      label: 'Base address',
      secret: false,
      required: true,
      kind: 'text',
      placeholder: 'https://llm.example.com/v1',
      hint: 'The part before /chat/completions',
    },
    {
      path: 'token.key',
      label: 'Secret',
      secret: true,
      required: false,
      kind: 'password',
      hint: 'Sent as a bearer token; leave it empty if the endpoint asks for none',
    },
    {
      path: 'token.headers',
      label: 'Extra headers',
      secret: true,
      required: false,
      kind: 'headers',
      placeholder: 'X-Team: search',
      hint: 'One per line, as Name: value; sealed like the secret',
      advanced: true,
    },
    {
      path: 'options.model',
      label: 'Model to test with',
      secret: false,
      required: false,
      kind: 'text',
      placeholder: 'llama-3.3-70b',
      hint: 'Asked for one token where the endpoint cannot list its models',
      advanced: true,
    },
  ],
  credentials: customCredentials,
  options: customOptions,
  mask({ secret }) {
    const { key, headers } = secret.reveal()
    return key ? maskSecret(key) : headers ? '…' : 'no key'
  },
  destination: ({ baseUrl }) => baseUrl ?? '',
  authorize(request, { secret }) {
    const { key, headers } = secret.reveal()
    return withHeaders(request, { ...headers, ...(key && { authorization: `Bearer ${key}` }) })
  },
  nextCheck: nextCustomCheck,
  readError: (response) => readOpenAiError(response, []),
  models: (response) => readModelIds(response) ?? [],
} satisfies Provider<CustomCredential>
