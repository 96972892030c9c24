import { useState } from 'react'
import { announce } from '@/components/ui/live-region'
import { toast } from '@/components/ui/toast'
import { readFailure, type Failure } from '@/trpc/failure'
import { useTRPCClient } from '@/trpc/client'
import type { ProviderKeyView } from '../schema'
import { verdictWords } from '../verdict-words'
import { spokenName } from './provider-of'
import { useKeyCache } from './use-key-cache'

/** Tests stored keys; `testing` holds the ids under way. */
export function useTestKey() {
  const client = useTRPCClient()
  const cache = useKeyCache()
  const [testing, setTesting] = useState<ReadonlySet<string>>(new Set())
  const mark = (id: string, isTesting: boolean) =>
    setTesting((before) => new Set(isTesting ? [...before, id] : [...before].filter((each) => each !== id)))

  /** The tested key, or why there was no test. */
  const test = async (key: ProviderKeyView): Promise<ProviderKeyView | Failure> => {
    mark(key.id, true)
    try {
      const { providerKey } = await client.providerKeys.test.mutate({
        organizationId: key.organizationId,
        id: key.id,
      })
      cache.replace(providerKey)
      return providerKey
    } catch (error) {
      return readFailure(error)
    } finally {
      mark(key.id, false)
    }
  }

  const testOne = async (key: ProviderKeyView) => {
    const tested = await test(key)
    if ('message' in tested)
      toast(`${key.label} was not tested`, { glyph: 'invalid', detail: tested.message })
    else announce(spokenVerdict(tested))
    void cache.refresh()
  }

  return { testing, test, testOne }
}

/** For screen readers: "Search ranking: limited. OpenAI accepts this key, but it may not list models." */
function spokenVerdict(key: ProviderKeyView): string {
  const { word, meaning } = verdictWords(key.lastCheck ?? key.verdict, spokenName(key))
  return `${key.label}: ${word.toLowerCase()}. ${meaning}`
}
