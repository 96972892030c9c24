import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useTRPC } from '@/trpc/client'
import type { ProviderKeyView } from '../schema'
import type { KeyDetail, KeyList } from './screen-props'

type Pages = InfiniteData<KeyList>
type Change = (key: ProviderKeyView) => ProviderKeyView

/** The newer of two states of a key: a slow answer must not overwrite what a later one said. */
const newer = (before: ProviderKeyView, after: ProviderKeyView) =>
  after.revision > before.revision || after.updatedAt >= before.updatedAt ? after : before

/** Changes of keys, made in every list and on the key's own page without asking the server again. */
export function useKeyCache() {
  const client = useQueryClient()
  const trpc = useTRPC()
  const lists = trpc.providerKeys.list.pathFilter()

  /** Pages without the key stay the same objects, so that they are not drawn again. */
  const eachPage = (change: (items: ProviderKeyView[]) => ProviderKeyView[]) =>
    client.setQueriesData<Pages>(
      lists,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => {
            const items = change(page.items)
            return items === page.items ? page : { ...page, items }
          }),
        },
    )

  const patch = (id: string, change: Change) => {
    eachPage((items) =>
      items.some((key) => key.id === id) ? items.map((key) => (key.id === id ? change(key) : key)) : items,
    )
    client.setQueriesData<KeyDetail>(trpc.providerKeys.get.pathFilter(), (detail) =>
      detail?.providerKey.id === id ? { ...detail, providerKey: change(detail.providerKey) } : detail,
    )
  }

  return {
    patch,
    replace: (key: ProviderKeyView) => patch(key.id, (before) => newer(before, key)),
    remove: (ids: ReadonlySet<string>) =>
      eachPage((items) =>
        items.some(({ id }) => ids.has(id)) ? items.filter(({ id }) => !ids.has(id)) : items,
      ),
    /** Counts and order may have changed: asks again for what is on screen. */
    refreshLists: () => client.invalidateQueries(lists),
    /** The same, and the history of a key. */
    refresh: () =>
      Promise.all([
        client.invalidateQueries(lists),
        client.invalidateQueries(trpc.providerKeys.get.pathFilter()),
      ]),
  }
}
