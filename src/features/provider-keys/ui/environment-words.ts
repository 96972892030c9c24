import type { Environment } from '../provider-key'

export const environmentWords: Record<Environment, string> = {
  development: 'Development',
  staging: 'Staging',
  production: 'Production',
}
