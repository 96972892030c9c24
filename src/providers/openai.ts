import { openAiCompatible } from './openai-compatible'
import { optionText } from './option-fields'

export const openai = openAiCompatible({
  id: 'openai',
  name: 'OpenAI',
  mark: 'openai',
  docsUrl: 'https://platform.openai.com/docs/api-reference/authentication',
  keysUrl: 'https://platform.openai.com/api-keys',
  revokeUrl: 'https://platform.openai.com/api-keys',
  statusUrl: 'https://status.openai.com',
  priceId: 'openai',
  apiUrl: 'https://api.openai.com/v1',
  keyPlaceholder: 'sk-proj-…',
  publicPrefix: /^sk-(?:proj-|svcacct-|service-)?/,
  options: {
    organization: optionText(/^org-[A-Za-z0-9_-]{1,80}$/, 'An organization id starts with org-'),
    project: optionText(/^proj_[A-Za-z0-9_-]{1,80}$/, 'A project id starts with proj_'),
  },
  fields: [
    {
      path: 'options.project',
      label: 'Project',
      secret: false,
      required: false,
      kind: 'text',
      placeholder: 'proj_…',
      hint: 'Only for keys that reach several projects',
    },
    {
      path: 'options.organization',
      label: 'Organization',
      secret: false,
      required: false,
      kind: 'text',
      placeholder: 'org-…',
      hint: 'Only for people in several OpenAI organizations',
      advanced: true,
    },
  ],
  optionHeaders: { organization: 'openai-organization', project: 'openai-project' },
  otherAddress: {
    placeholder: 'https://eu.api.openai.com/v1',
    hint: 'Only for a regional host or a proxy of your own',
  },
  // developers.openai.com/api/docs/guides/error-codes; "Missing scopes" comes as 401 or 403, and `error` as an
  // object or a bare text (community.openai.com 1345041, 1374480).
  errors: [
    {
      status: [401, 403],
      text: /missing scopes?:.*\bapi\.model\.read\b/i,
      means: {
        class: 'permission',
        reason: 'models_not_listed',
        params: { scope: 'api.model.read' },
        usable: true,
      },
    },
    {
      status: [401, 403],
      text: /missing scopes?:.*\b(?:model\.request|api\.responses\.write)\b/i,
      means: {
        class: 'permission',
        reason: 'chat_not_allowed',
        params: { scope: 'model.request' },
        usable: false,
      },
    },
    { status: [401, 403], text: /missing scopes?:/i, means: { class: 'permission', reason: 'permission' } },
    {
      code: /^mismatched_organization$/,
      means: { class: 'options', reason: 'wrong_organization', params: { option: 'organization' } },
    },
    {
      code: /^mismatched_project$/,
      means: { class: 'options', reason: 'wrong_organization', params: { option: 'project' } },
    },
    { code: /^account_deactivated$/, means: { class: 'credential', reason: 'account_disabled' } },
    {
      status: [401, 403],
      text: /\bIP (?:address )?(?:is )?not (?:authorized|allowed)/i,
      means: { class: 'permission', reason: 'address_not_allowed' },
    },
  ],
  check: { probe: { model: 'gpt-4o-mini', max_completion_tokens: 1 } },
})
