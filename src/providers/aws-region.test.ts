import { describe, expect, test } from 'vitest'
import { awsHost, awsRegionPattern, suggestedAwsRegions } from './aws-region'

describe('hosts of AWS', () => {
  test.each([
    ['us-east-1', 'bedrock.us-east-1.amazonaws.com'],
    ['us-gov-west-1', 'bedrock.us-gov-west-1.amazonaws.com'],
    ['cn-north-1', 'bedrock.cn-north-1.amazonaws.com.cn'],
    ['eusc-de-east-1', 'bedrock.eusc-de-east-1.amazonaws.eu'],
  ])('the region %s is served at the host of its partition', (region, host) => {
    expect(awsHost('bedrock', region)).toBe(host)
  })

  test.each([
    'evil.com#',
    'a/b',
    'a?b',
    'a@b',
    'a\\b',
    'a:1',
    'us-east-1.evil.com',
    'US-EAST-1',
    '',
    'us-east-1\n',
  ])('a region that would move the host is refused: %j', (region) => {
    expect(awsRegionPattern.test(region)).toBe(false)
    expect(() => awsHost('sts', region)).toThrow('Not an AWS region')
  })

  test('every suggested region has the form of a region', () => {
    expect(suggestedAwsRegions.every((region) => awsRegionPattern.test(region))).toBe(true)
  })
})
