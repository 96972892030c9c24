import type { FakeRequest } from './fake-provider'

/** An access key id that names a scenario: ids have 16 characters of a small alphabet after their kind. */
export function pairIdOf(scenario: string): string {
  const kind = scenario === 'pair-expired' ? 'ASIA' : 'AKIA'
  const letters = scenario
    .replace(/^pair-/, '')
    .replace(/[^a-z]/g, '')
    .toUpperCase()
  return kind + letters.slice(-16).padStart(16, '7')
}

const header =
  /^AWS4-HMAC-SHA256 Credential=([A-Z2-7]{20})\/(\d{8})\/([a-z0-9-]+)\/(bedrock|sts)\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=[0-9a-f]{64}$/

/**
 * Which of the scenarios a signed request names, or null where it is not signed for the host it came to, or where a
 * temporary id came without its session token. The signature itself is not recomputed.
 */
export function signedBy({ host, headers }: FakeRequest, scenarios: readonly string[]): string | null {
  const [, id, day, region, service, signed] = header.exec(headers.authorization ?? '') ?? []
  const isHere = host.startsWith(`${service === 'sts' ? 'sts' : 'bedrock'}`) && host.split('.')[1] === region
  const names = signed?.split(';') ?? []
  const isDated =
    names.includes('host') && names.includes('x-amz-date') && headers['x-amz-date']?.startsWith(day ?? '-')
  const hasToken =
    !id?.startsWith('ASIA') || (names.includes('x-amz-security-token') && 'x-amz-security-token' in headers)
  return (isHere && isDated && hasToken && scenarios.find((name) => pairIdOf(name) === id)) || null
}
