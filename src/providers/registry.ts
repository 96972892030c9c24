import type { Provider } from './provider'

/** The only list of providers. */
export const providers = {} as Record<'openai' | 'custom', Provider>

export type ProviderId = keyof typeof providers
export const providerIds = Object.keys(providers) as [ProviderId, ...ProviderId[]]
