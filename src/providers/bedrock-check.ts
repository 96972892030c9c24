import { z } from 'zod'
import { jsonBody } from '@/core/http'
import type { HttpExchange, HttpResponse } from '@/core/http'
import { awsHost, homeRegion } from './aws-region'
import { bearerAction, isSignatureMismatch, isUnknownClient } from './bedrock-errors'
import { accepted, exchangeOf, findingOfError, findingOfFailure, notTheApi } from './check-finding'
import { getRequest, isSuccess, postRequest } from './openai-wire'
import type { CheckEnd, CheckStep } from './provider'
import type { Finding, ProviderError } from './verdict'

/** The smallest Nova; where a region has it only by profile, the refusal still shows that the call was allowed. */
const probeModel = 'amazon.nova-micro-v1:0'

const listModels = (region: string): CheckStep => ({
  step: 'models',
  request: getRequest(`https://${awsHost('bedrock', region)}/foundation-models`),
})
const converse = (region: string): CheckStep => ({
  step: 'converse',
  request: postRequest(
    `https://${awsHost('bedrock-runtime', region)}/model/${encodeURIComponent(probeModel)}/converse`,
    { messages: [{ role: 'user', content: [{ text: 'a' }] }], inferenceConfig: { maxTokens: 1 } },
  ),
})
const identity = (region: string): CheckStep => ({
  step: 'identity',
  request: getRequest(
    `https://${awsHost('sts', homeRegion(region))}/?Action=GetCallerIdentity&Version=2011-06-15`,
  ),
})

const modelList = z.object({ modelSummaries: z.array(z.object({ modelId: z.string().max(200) })) })

/** Model ids in the answer to ListFoundationModels, or null when it is another answer. */
export function readBedrockModels(response: HttpResponse): string[] | null {
  const list = modelList.safeParse(jsonBody(response)).data
  return list ? list.modelSummaries.map(({ modelId }) => modelId) : null
}

const listsNoModels: Finding = {
  outcome: 'limited',
  reason: 'models_not_listed',
  params: { scope: 'bedrock:ListFoundationModels' },
  usable: true,
}

interface Checked {
  region: string
  isPair: boolean
  readError(response: HttpResponse): ProviderError
}

/**
 * List models; where that is not allowed, ask a model for one token. A pair that is refused in both ways, or unknown in
 * this region, is shown to STS, which needs no right: that tells a wrong pair from a missing right or a wrong region.
 */
export function nextBedrockCheck(checked: Checked, exchanges: readonly HttpExchange[]): CheckStep | CheckEnd {
  const models = exchangeOf(exchanges, 'models')
  if (!models) return listModels(checked.region)
  const newest = exchangeOf(exchanges, 'identity') ?? exchangeOf(exchanges, 'converse') ?? models
  if (newest.step === 'identity') return afterIdentity(checked, newest, exchanges)
  if (!newest.result.ok) return findingOfFailure(newest.result.failure)
  const { response } = newest.result
  return newest.step === 'models'
    ? afterModels(checked, response, exchanges)
    : afterConverse(checked, response)
}

function afterModels(
  checked: Checked,
  response: HttpResponse,
  exchanges: readonly HttpExchange[],
): CheckStep | CheckEnd {
  if (isSuccess(response)) {
    const models = readBedrockModels(response)
    return models ? { ...accepted, models } : notTheApi
  }
  const error = checked.readError(response)
  // A corrected secret for an access key id tried seconds before may be refused once more (TruffleHog's detector).
  const refusals = exchanges.filter(({ result }) => result.ok && isSignatureMismatch(result.response))
  if (refusals.length === 1 && error.reason === 'rejected' && isSignatureMismatch(response))
    return listModels(checked.region)
  if (checked.isPair && isUnknownClient(response)) return identity(checked.region)
  const mayStillChat = error.reason === 'permission' && error.params?.permission !== bearerAction
  return mayStillChat ? converse(checked.region) : findingOfError(error)
}

function afterConverse(checked: Checked, response: HttpResponse): CheckStep | CheckEnd {
  if (isSuccess(response))
    return z.object({ output: z.looseObject({}) }).safeParse(jsonBody(response)).success
      ? listsNoModels
      : notTheApi
  const error = checked.readError(response)
  if (error.class === 'request' || error.class === 'options') return listsNoModels
  return error.reason === 'permission' && checked.isPair ? identity(checked.region) : findingOfError(error)
}

function afterIdentity(
  checked: Checked,
  { result }: HttpExchange,
  exchanges: readonly HttpExchange[],
): CheckEnd {
  const refused = exchangeOf(exchanges, 'converse') ?? exchangeOf(exchanges, 'models')
  const byBedrock = refused?.result.ok
    ? findingOfError(checked.readError(refused.result.response))
    : notTheApi
  if (!result.ok) return byBedrock.outcome === 'invalid' ? findingOfFailure(result.failure) : byBedrock
  if (!isSuccess(result.response)) {
    const bySts = findingOfError(checked.readError(result.response))
    return bySts.outcome === 'invalid' || byBedrock.outcome === 'invalid' ? bySts : byBedrock
  }
  return byBedrock.outcome === 'invalid'
    ? { outcome: 'limited', reason: 'options_wrong', params: { option: 'region' }, usable: false }
    : byBedrock
}
