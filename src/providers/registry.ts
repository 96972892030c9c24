import { custom } from './custom'
import { openai } from './openai'
import type { Provider } from './provider'

const list = {
  openai,
  custom,
} satisfies Record<string, Provider>

export type ProviderId = keyof typeof list

/** The only list of providers, in the order in which people choose from it. */
export const providers: Record<ProviderId, Provider> = list

export const providerIds = Object.keys(list) as [ProviderId, ...ProviderId[]]
