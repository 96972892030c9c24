/** Locations of Vertex AI: `global`, the multi-regions `us` and `eu`, or a region such as `europe-west4`. */
export const googleLocationPattern = /^(global|us|eu|[a-z]+-[a-z]+\d{1,2})$/

/** A project id, or its number. Ids of the old form `example.com:project` are not taken. */
export const googleProjectPattern = /^([a-z][a-z0-9-]{4,28}[a-z0-9]|\d{6,19})$/

/** Locations to choose from; any location of the right form is taken. */
export const suggestedGoogleLocations = [
  'global',
  'us',
  'eu',
  'us-central1',
  'us-east5',
  'europe-west1',
  'europe-west4',
  'asia-northeast1',
  'asia-southeast1',
] as const

/**
 * Host of Vertex AI for a location. Throws on anything but a location: it becomes a part of the host name, and
 * `evil.com#` would send the access token elsewhere.
 */
export function vertexHost(location: string): string {
  if (!googleLocationPattern.test(location)) throw new Error('Not a Google Cloud location')
  if (location === 'global') return 'aiplatform.googleapis.com'
  if (location === 'us' || location === 'eu') return `aiplatform.${location}.rep.googleapis.com`
  return `${location}-aiplatform.googleapis.com`
}
