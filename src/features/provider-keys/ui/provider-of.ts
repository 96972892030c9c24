import type { Provider } from '@/providers/provider'
import { providers } from '@/providers/registry'
import type { ProviderKeyView } from '../schema'

type Named = Pick<ProviderKeyView, 'provider' | 'name'>

export const providerOf = (key: Pick<ProviderKeyView, 'provider'>): Provider => providers[key.provider]

/** How a sentence calls the other side: a custom key by its own name. */
export const spokenName = (key: Named): string => key.name ?? providerOf(key).name

/** Under the label: "OpenAI", "Custom · vllm". */
export const providerLine = (key: Named): string =>
  key.name === null ? providerOf(key).name : `${providerOf(key).name} · ${key.name}`
