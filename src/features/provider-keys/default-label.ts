import type { Environment } from './provider-key'

/** The label of a key that was given none: "OpenAI · production". `providerName` is the custom name where there is one. */
export const defaultLabel = (providerName: string, environment: Environment): string =>
  `${providerName} · ${environment}`
