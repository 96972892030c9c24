import { z } from 'zod'
import type { HttpRequest, HttpResponse } from '@/core/http'
import { Secret } from '@/core/secret'
import { readGoogleTokenError, readVertexError } from './google-errors'
import {
  googleLocationPattern,
  googleProjectPattern,
  suggestedGoogleLocations,
  vertexHost,
} from './google-location'
import { looksLikeServiceAccount, readServiceAccount } from './google-service-account'
import type { ServiceAccount } from './google-service-account'
import { googleTokenRequest } from './google-token'
import { nextVertexCheck, optionOf } from './google-vertex-check'
import { maskSecret } from './mask'
import { withHeaders } from './openai-wire'
import { absent, optionFields, optionText } from './option-fields'
import { cleanSecret } from './paste'
import type { Credential, Provider } from './provider'
import { removalsOf, secretText } from './secret-text'

type VertexOptions = { project?: string; location?: string }
type VertexCredential = Credential<{ key: string } | ServiceAccount, VertexOptions>

const id = 'google-vertex-ai'
const name = 'Google Vertex AI'
const missing = 'Paste an API key, or the whole JSON key file of a service account'

const options = optionFields({
  project: optionText(googleProjectPattern, 'A project id has 6 to 30 lower-case letters, digits and dashes'),
  location: optionText(googleLocationPattern, 'A location looks like global, eu or europe-west4'),
})
const keyText = secretText({ of: { id, name }, missing })

interface Typed {
  token: string | Record<string, unknown>
  options: VertexOptions
}

function readKey({ token, options }: Typed & { token: string }, context: z.RefinementCtx): VertexCredential {
  const parsed = keyText.safeParse(token)
  for (const issue of parsed.error?.issues ?? [])
    context.addIssue({ ...issue, code: 'custom', path: ['token'], input: undefined })
  for (const option of Object.keys(options))
    context.addIssue({
      code: 'custom',
      path: ['options', option],
      message: 'An API key brings its own project and location; leave this empty',
      input: undefined,
    })
  if (!parsed.success) return z.NEVER
  const { value } = parsed.data
  return {
    secret: new Secret({ key: value }),
    options: {},
    baseUrl: null,
    removed: removalsOf('token', parsed.data),
  }
}

function readFile({ token, options }: Typed, context: z.RefinementCtx): VertexCredential {
  const refuse = (path: string[], message: string) => {
    context.addIssue({ code: 'custom', path, message, input: undefined })
    return z.NEVER
  }
  const cleaned = typeof token === 'string' ? cleanSecret(token, { multiline: true }) : undefined
  const read = readServiceAccount(cleaned?.value ?? (token as Record<string, unknown>))
  if ('problem' in read) return refuse(['token'], read.problem)
  const project = options.project ?? read.project
  if (!project || !googleProjectPattern.test(project))
    return refuse(['options', 'project'], 'The key file names no project that can be used; give its id here')
  return {
    secret: new Secret(read.account),
    options: { project, location: options.location ?? 'global' },
    baseUrl: null,
    removed: removalsOf('token', cleaned),
  }
}

const credentials = z
  .object({
    token: z.union([z.string(), z.record(z.string(), z.unknown())], missing),
    baseUrl: absent('Vertex AI is called at the address of its location; leave the base address out'),
    options: options.prefault({}),
  })
  .transform((input, context): VertexCredential => {
    const { token, options } = input
    return typeof token === 'string' && !looksLikeServiceAccount(token)
      ? readKey({ token, options }, context)
      : readFile(input, context)
  })

const publisher = 'publishers/google'

/** Keys are served by the global host alone; service accounts by that of their location, inside their project. */
function baseOf({ options: { project, location } }: VertexCredential): string {
  if (!project || !location) return `https://${vertexHost('global')}/v1/${publisher}`
  return `https://${vertexHost(location)}/v1/projects/${project}/locations/${location}/${publisher}`
}

function authorize(request: HttpRequest, { secret }: VertexCredential, accessToken?: string): HttpRequest {
  const token = secret.reveal()
  if ('key' in token) return withHeaders(request, { 'x-goog-api-key': token.key })
  if (!accessToken) throw new Error('A service account calls with an access token')
  return withHeaders(request, { authorization: `Bearer ${accessToken}` })
}

function tokenRequest({ secret }: VertexCredential, now: Date): Promise<HttpRequest> | null {
  const token = secret.reveal()
  return 'key' in token ? null : googleTokenRequest(token, now)
}

function mask({ secret }: VertexCredential): string {
  const token = secret.reveal()
  if ('key' in token) return maskSecret(token.key, /^(?:AIza|AQ\.)/)
  return token.clientEmail.replace(/\.gserviceaccount\.com$/, '…')
}

/** The two hosts answer in different shapes; a text in `error` is the token endpoint's. */
const readError = (response: HttpResponse, credential: VertexCredential) =>
  /"error"\s*:\s*"/.test(response.body)
    ? readGoogleTokenError(response)
    : readVertexError(response, optionOf(baseOf(credential)))

export const googleVertexAi = {
  id,
  name,
  mark: 'vertexai',
  docsUrl: 'https://cloud.google.com/vertex-ai/generative-ai/docs/start/api-keys',
  keysUrl: 'https://console.cloud.google.com/apis/credentials',
  revokeUrl: 'https://console.cloud.google.com/apis/credentials',
  statusUrl: 'https://status.cloud.google.com',
  priceId: 'google',
  testedBeforeSaving: true,
  variants: [
    { id: 'apiKey', label: 'API key' },
    { id: 'serviceAccount', label: 'Service account' },
  ],
  fields: [
    {
      path: 'token',
      label: 'JSON key file',
      secret: true,
      required: true,
      kind: 'multiline',
      placeholder: '{ "type": "service_account", … }',
      hint: 'All of the file; only the address and the private key are kept',
      variant: 'serviceAccount',
    },
    {
      path: 'token',
      label: 'Secret',
      secret: true,
      required: true,
      kind: 'password',
      placeholder: 'AQ.… or AIza…',
      hint: 'An express-mode key, or one bound to a service account; keys of AI Studio may be refused',
      variant: 'apiKey',
    },
    {
      path: 'options.project',
      label: 'Project',
      secret: false,
      required: false,
      kind: 'text',
      hint: 'Empty for the project of the key file',
      variant: 'serviceAccount',
    },
    {
      path: 'options.location',
      label: 'Location',
      secret: false,
      required: false,
      kind: 'text',
      placeholder: 'global',
      choices: suggestedGoogleLocations.map((value) => ({ value, label: value })),
      variant: 'serviceAccount',
    },
  ],
  credentials,
  options,
  mask,
  destination: baseOf,
  tokenRequest,
  authorize,
  nextCheck: (credential, exchanges) => nextVertexCheck(baseOf(credential), exchanges),
  readError,
  // Express mode has no list, and the list of Model Garden does not say what a project may call.
  models: () => [],
} satisfies Provider<VertexCredential>
