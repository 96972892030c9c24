const defaultDomain = 'openai.azure.com'
const domains = [defaultDomain, 'services.ai.azure.com', 'cognitiveservices.azure.com'] as const
const namePattern = /^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/

export const azureApiVersionPattern = /^\d{4}-\d{2}-\d{2}(-preview)?$/
export const azureDeploymentPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** What an address tells: the resource, and where it is that of a deployment, which one. */
export interface AzureResource {
  /** The bare name, or the whole host where it is not under `openai.azure.com`. Canonical: reading it again gives it back. */
  resource: string
  deployment?: string
  apiVersion?: string
}

const wrongForm =
  'Give the name of the resource, or its endpoint such as https://name.openai.azure.com, from Keys and Endpoint'
const portal =
  'This is the address of a portal page; copy the endpoint from Keys and Endpoint of the resource'

/**
 * Reads a resource name, an endpoint, or the URL of a deployment. The host is rebuilt from a checked name and a fixed
 * list of domains: text such as `evil.com#` or `a@b` would otherwise send the key elsewhere.
 */
export function readAzureResource(typed: string): AzureResource | { problem: string } {
  const text = typed.trim()
  if (namePattern.test(text.toLowerCase())) return { resource: text.toLowerCase() }
  if (/[\s\\@#]/.test(text))
    return { problem: /portal\.azure\.com|ai\.azure\.com\//.test(text) ? portal : wrongForm }
  if (/^http:/i.test(text)) return { problem: 'The endpoint must begin with https://' }
  const url = parseUrl(/^https:\/\//i.test(text) ? text : `https://${text}`)
  if (!url || url.port !== '') return { problem: wrongForm }
  if (url.hostname === 'portal.azure.com' || url.hostname === 'ai.azure.com') return { problem: portal }
  const domain = domains.find((candidate) => url.hostname.endsWith(`.${candidate}`))
  const name = domain && url.hostname.slice(0, -domain.length - 1)
  if (!name || !namePattern.test(name)) return { problem: wrongForm }
  return { resource: domain === defaultDomain ? name : url.hostname, ...fromPath(url) }
}

/** Host of a resource as `readAzureResource` gives it. */
export const azureHost = (resource: string): string =>
  resource.includes('.') ? resource : `${resource}.${defaultDomain}`

function fromPath(url: URL): Pick<AzureResource, 'deployment' | 'apiVersion'> {
  const deployment = /^\/openai\/deployments\/([^/]+)/.exec(url.pathname)?.[1]
  const apiVersion = url.searchParams.get('api-version') ?? ''
  return {
    ...(deployment && azureDeploymentPattern.test(deployment) ? { deployment } : {}),
    ...(azureApiVersionPattern.test(apiVersion) ? { apiVersion } : {}),
  }
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}
