import { cleanSecret } from './paste'

/** Whose key a text looks like. */
export interface KeyOwner {
  /** Id in the registry; null for a provider that is not in it. */
  provider: string | null
  name: string
  /** Set for what can never be a provider key: why, and what to use. */
  refusal?: string
}

const own = (pattern: RegExp, provider: string | null, name: string, refusal?: string) => ({
  pattern,
  owner: { provider, name, ...(refusal && { refusal }) } satisfies KeyOwner,
})

// Prefixes as secret scanners and the providers publish them; lengths drift and are not checked.
const shapes = [
  own(
    /^sk-admin-/,
    'openai',
    'OpenAI',
    'This is an OpenAI admin key: it manages an organization and cannot run models. Make a project key',
  ),
  own(
    /^(?:org-|proj_)[A-Za-z0-9]+$/,
    'openai',
    'OpenAI',
    'This is the id of an OpenAI organization or project, not a key',
  ),
  own(
    /^sk-ant-admin/,
    'anthropic',
    'Anthropic',
    'This is an Anthropic admin key: it manages an organization and cannot run models. Make an API key',
  ),
  own(
    /^sk-ant-o[ar]t/,
    'anthropic',
    'Anthropic',
    'This is a sign-in token of Claude Code, not an API key. Make an API key',
  ),
  own(
    /^ya29\./,
    'google-vertex-ai',
    'Google',
    'This is a Google access token, which ends within an hour. Use a service account or an API key',
  ),
  own(
    /^eyJ[\w-]+\.eyJ/,
    null,
    'a sign-in',
    'This is a sign-in token, which ends within hours. Use an API key',
  ),
  own(
    /^(?:AccountKey|DefaultEndpointsProtocol)=/,
    'azure-openai',
    'Azure',
    'This is a storage connection string, not an Azure OpenAI key',
  ),
  own(/^sk-ant-/, 'anthropic', 'Anthropic'),
  own(/^sk-or-/, null, 'OpenRouter'),
  own(/^sk-(?:proj|svcacct|service)-|^sk-\w*T3BlbkFJ/, 'openai', 'OpenAI'),
  own(/^gsk_/, 'groq', 'Groq'),
  own(/^xai-/, null, 'xAI (Grok)'),
  own(/^(?:AIza|AQ\.)|^\{[\s\S]*"type\\?"\s*:\s*\\?"service_account/, 'google-vertex-ai', 'Google'),
  own(/^(?:ABSK|bedrock-api-key-)|^(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}$/, 'aws-bedrock', 'AWS'),
  own(/^[A-Za-z0-9]{52}JQQJ99/, 'azure-openai', 'Azure'),
  own(/^tgp_v\d_/, 'together-ai', 'Together AI'),
  own(/^hf_/, null, 'Hugging Face'),
  own(/^pplx-/, null, 'Perplexity'),
  own(/^(?:gh[pousr]_|github_pat_)/, null, 'GitHub'),
]

const variables = [
  own(/^OPENAI_/, 'openai', 'OpenAI'),
  own(/^(?:ANTHROPIC|CLAUDE)_/, 'anthropic', 'Anthropic'),
  own(/^(?:GOOGLE|GEMINI|VERTEX)_/, 'google-vertex-ai', 'Google'),
  own(/^AZURE_/, 'azure-openai', 'Azure'),
  own(/^AWS_/, 'aws-bedrock', 'AWS'),
  own(/^(?:COHERE|CO)_/, 'cohere', 'Cohere'),
  own(/^MISTRAL_/, 'mistral', 'Mistral'),
  own(/^GROQ_/, 'groq', 'Groq'),
  own(/^TOGETHER(?:AI)?_/, 'together-ai', 'Together AI'),
  own(/^XAI_/, null, 'xAI (Grok)'),
  own(/^OPENROUTER_/, null, 'OpenRouter'),
]

/** Whose key a cleaned text is by its public prefix, or null. */
export const ownerOfShape = (value: string): KeyOwner | null =>
  shapes.find(({ pattern }) => pattern.test(value))?.owner ?? null

/** Whose key a pasted text is, by its public prefix or by the variable it is assigned to; null when neither tells. */
export function detectOwner(text: string): KeyOwner | null {
  const byShape = ownerOfShape(cleanSecret(text).value)
  if (byShape) return byShape
  const name = /^\W*(?:export\s+|set\s+)?([A-Z][A-Z0-9_]+)\s*[=:]/.exec(text)?.[1] ?? ''
  return variables.find(({ pattern }) => pattern.test(name))?.owner ?? null
}
