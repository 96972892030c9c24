/** AWS regions name their partition: `us-east-1`, `us-gov-west-1`, `cn-north-1`, `eusc-de-east-1`. */
export const awsRegionPattern = /^[a-z]{2,4}(-[a-z]+)+-\d$/

/** The regions where Bedrock is most used, to choose from; any region of the right form is taken. */
export const suggestedAwsRegions = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-3',
  'ap-northeast-1',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'sa-east-1',
] as const

function partitionDomain(region: string): string {
  if (region.startsWith('cn-')) return 'amazonaws.com.cn'
  if (region.startsWith('eusc-')) return 'amazonaws.eu'
  return 'amazonaws.com'
}

/**
 * Host of an AWS service in a region. Throws on anything but a region: a region becomes a part of the host name, and
 * `evil.com#` would send the signed request elsewhere.
 */
export function awsHost(service: 'bedrock' | 'bedrock-runtime' | 'sts', region: string): string {
  if (!awsRegionPattern.test(region)) throw new Error('Not an AWS region')
  return `${service}.${region}.${partitionDomain(region)}`
}

/** The region of a partition that every account has: there STS knows a pair, whichever regions are switched on. */
export function homeRegion(region: string): string {
  if (region.startsWith('cn-')) return 'cn-north-1'
  if (region.startsWith('eusc-')) return 'eusc-de-east-1'
  return region.startsWith('us-gov-') ? 'us-gov-west-1' : 'us-east-1'
}
