import { z } from 'zod'
import type { HttpExchange, HttpResponse } from '@/core/http'
import { Secret } from '@/core/secret'
import {
  azureApiVersionPattern,
  azureDeploymentPattern,
  azureHost,
  readAzureResource,
} from './azure-resource'
import { accepted, exchangeOf, findingOfError, findingOfFailure, notTheApi } from './check-finding'
import { readByRules } from './error-rules'
import type { ErrorRule } from './error-rules'
import { maskSecret } from './mask'
import { readModelIds } from './model-list'
import { absent, optionFields, optionText } from './option-fields'
import { keyField } from './openai-compatible'
import { chatRequest, getRequest, isChatAnswer, isSuccess, withHeaders } from './openai-wire'
import type { CheckEnd, CheckStep, Credential, Provider } from './provider'
import { removalsOf, secretText } from './secret-text'

type AzureOptions = { resource: string; deployment?: string; apiVersion?: string }
type AzureCredential = Credential<{ key: string }, AzureOptions>

const id = 'azure-openai'
const name = 'Azure OpenAI'

const resource = z
  .string('Give the name of the resource, or its endpoint')
  .trim()
  .min(1, 'Give the name of the resource, or its endpoint')
  .transform((text, context) => {
    const read = readAzureResource(text)
    if (!('problem' in read)) return read
    context.addIssue({ code: 'custom', message: read.problem, input: undefined })
    return z.NEVER
  })

const options = optionFields({
  resource,
  deployment: optionText(
    azureDeploymentPattern,
    'A deployment name has letters, digits, dots, dashes and underscores',
  ),
  apiVersion: optionText(
    azureApiVersionPattern,
    'Write the API version as 2024-10-21, or leave it empty for v1',
  ),
})
  // What is given by itself comes before what a pasted address tells.
  .transform(({ resource, ...given }): AzureOptions => ({ ...resource, ...given }))

const credentials = z
  .object({
    token: secretText({ of: { id, name } }),
    baseUrl: absent('Give the endpoint as the resource; for another address add a custom provider'),
    options: options.prefault({}),
  })
  .transform(({ token, options }): AzureCredential => ({
    secret: new Secret({ key: token.value }),
    options,
    baseUrl: null,
    removed: removalsOf('token', token),
  }))

const wrongOption = (option: string) => ({ reason: 'options_wrong' as const, params: { option } })

// Wordings from public reports and Microsoft's troubleshooting page; a key of another resource gets the same 401.
const errors: readonly ErrorRule[] = [
  { status: 401, code: /^PermissionDenied$/, means: { class: 'permission', reason: 'permission' } },
  {
    status: 401,
    code: /^(?:401|Unauthorized)$/,
    means: { class: 'credential', reason: 'rejected', params: { scopedTo: 'resource' } },
  },
  {
    status: 403,
    code: /^AuthenticationTypeDisabled$/,
    means: { class: 'credential', reason: 'key_auth_disabled' },
  },
  { status: 403, text: /temporarily blocked/i, means: { class: 'permission', reason: 'account_disabled' } },
  {
    status: 403,
    text: /virtual network|private endpoint|firewall|public access is disabled|network/i,
    means: { class: 'permission', reason: 'network_acl' },
  },
  { status: 404, code: /^DeploymentNotFound$/, means: { class: 'options', ...wrongOption('deployment') } },
  {
    status: 404,
    code: /^(?:404|NotFound)$/,
    means: { class: 'unknown', ...wrongOption('endpoint or API version') },
  },
]

const readError = (response: HttpResponse) => readByRules(response, errors)

function findingOf(response: HttpResponse): CheckEnd {
  const finding = findingOfError(readError(response))
  // The key works again when the block on the resource is lifted; it need not be replaced.
  return finding.reason === 'account_disabled' ? { ...finding, outcome: 'limited' } : finding
}

const listModels = ({ options }: AzureCredential): CheckStep => ({
  step: 'models',
  request: getRequest(
    `https://${azureHost(options.resource)}/openai/` +
      (options.apiVersion ? `models?api-version=${options.apiVersion}` : 'v1/models'),
  ),
})

function chat({ options }: AzureCredential, deployment: string): CheckStep {
  const base = `https://${azureHost(options.resource)}/openai`
  const probe = { max_completion_tokens: 1 }
  if (!options.apiVersion)
    return { step: 'chat', request: chatRequest(`${base}/v1`, { model: deployment, ...probe }) }
  const dated = chatRequest(`${base}/deployments/${deployment}`, probe)
  return { step: 'chat', request: { ...dated, url: `${dated.url}?api-version=${options.apiVersion}` } }
}

/**
 * The list proves the key but names models, not deployments, and only deployments can be called: so it is not kept.
 * With a deployment, the smallest chat request tells whether it exists.
 */
function nextCheck(credential: AzureCredential, exchanges: readonly HttpExchange[]): CheckStep | CheckEnd {
  const { deployment } = credential.options
  const newest = exchangeOf(exchanges, 'chat') ?? exchangeOf(exchanges, 'models')
  if (!newest) return listModels(credential)
  if (!newest.result.ok) return findingOfFailure(newest.result.failure)
  const { response } = newest.result
  if (!isSuccess(response)) return findingOf(response)
  if (newest.step === 'models') {
    if (!readModelIds(response)) return notTheApi
    return deployment ? chat(credential, deployment) : accepted
  }
  return isChatAnswer(response) ? { ...accepted, models: deployment ? [deployment] : [] } : notTheApi
}

export const azureOpenai = {
  id,
  name,
  mark: 'azureai',
  docsUrl: 'https://learn.microsoft.com/azure/ai-foundry/openai/reference',
  keysUrl: 'https://portal.azure.com/#view/Microsoft_Azure_ProjectOxford/CognitiveServicesHub/~/OpenAI',
  revokeUrl: 'https://portal.azure.com/#view/Microsoft_Azure_ProjectOxford/CognitiveServicesHub/~/OpenAI',
  statusUrl: 'https://azure.status.microsoft',
  priceId: 'azure',
  testedBeforeSaving: true,
  fields: [
    keyField('32 or 84 letters and digits', 'Key 1 or key 2 of the resource, under Keys and Endpoint'),
    {
      path: 'options.resource',
      label: 'Resource or endpoint',
      secret: false,
      required: true,
      kind: 'text',
      placeholder: 'https://name.openai.azure.com',
      hint: 'The address of a deployment is taken apart for you',
    },
    {
      path: 'options.deployment',
      label: 'Deployment',
      secret: false,
      required: false,
      kind: 'text',
      hint: 'With it, the test asks that deployment for one token',
    },
    {
      path: 'options.apiVersion',
      label: 'API version',
      secret: false,
      required: false,
      kind: 'text',
      placeholder: '2024-10-21',
      hint: 'Empty for v1, which suits all current resources',
      advanced: true,
    },
  ],
  credentials,
  options,
  mask: ({ secret }) => maskSecret(secret.reveal().key),
  destination: ({ options }) => `https://${azureHost(options.resource)}`,
  authorize: (request, { secret }) => withHeaders(request, { 'api-key': secret.reveal().key }),
  nextCheck,
  readError,
  models: (response) => readModelIds(response) ?? [],
} satisfies Provider<AzureCredential>
