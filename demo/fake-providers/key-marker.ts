const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Four signs that look like the end of a key, the same each time for a scenario. */
function tailOf(scenario: string): string {
  let sum = 7
  for (const sign of scenario) sum = (sum * 31 + sign.charCodeAt(0)) % 1_000_003
  return [1, 53, 2_809, 148_877].map((step) => letters[Math.floor(sum / step) % letters.length]).join('')
}

/** The end of a key that names a scenario, for example `zzbillingzzQm7d`: the mask shows only its last four. */
export const keyMarker = (scenario: string): string => `zz${scenario}zz${tailOf(scenario)}`

/** The scenario that a key names: `…zzbilling`, or `…zzbillingzz` and anything; null when it names none. */
export const scenarioIn = (key: string): string | null =>
  /zz([a-z0-9-]+?)(?:zz[A-Za-z0-9]*)?$/.exec(key)?.[1] ?? null
